using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Indexer.Migrations.Migrations
{
    /// <inheritdoc />
    public partial class IndexChanges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "finalized_height",
                table: "cursor",
                type: "bigint",
                nullable: false,
                defaultValue: 0L,
                comment: "Height up to which the indexed blocks are final; the one before the first indexed block while none is.");

            migrationBuilder.Sql(
                """
                update cursor c set finalized_height = least(c.height, s.finalized_height)
                from ingestion_status s where s.network = c.network and s.finalized_height is not null
                """);

            migrationBuilder.CreateTable(
                name: "index_change",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "bigint", nullable: false, comment: "Place in the order of all steps, ascending; numbers may be left out.")
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    network = table.Column<string>(type: "text", nullable: false, comment: "Name of the network."),
                    op = table.Column<string>(type: "text", nullable: false, comment: "What happened to the blocks."),
                    from_height = table.Column<long>(type: "bigint", nullable: false, comment: "Height of the first block of the range."),
                    to_height = table.Column<long>(type: "bigint", nullable: false, comment: "Height of the last block of the range."),
                    hash = table.Column<byte[]>(type: "bytea", nullable: true, comment: "Hash of the last block of the range; null when its header is not kept."),
                    committed_at = table.Column<DateTimeOffset>(type: "timestamp(3) with time zone", nullable: false, defaultValueSql: "now()", comment: "When it was committed, UTC by the clock of the database.")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_index_change", x => x.sequence);
                },
                comment: "One step of the index: a range of blocks of a network was added, retracted or became final. The steps of all networks have one order, in which they became visible; the steps of the last days are kept.");

            migrationBuilder.CreateTable(
                name: "retracted_row",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "bigint", nullable: false, comment: "The IndexChange that retracted it."),
                    table = table.Column<string>(type: "text", nullable: false, comment: "Name of its table."),
                    height = table.Column<long>(type: "bigint", nullable: false, comment: "Height of its block."),
                    index = table.Column<int>(type: "integer", nullable: false, comment: "Index of its event in the block."),
                    ordinal = table.Column<int>(type: "integer", nullable: false, comment: "Its number among the rows of the event."),
                    row = table.Column<string>(type: "jsonb", nullable: false, comment: "All its columns as a JSON object.")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_retracted_row", x => new { x.sequence, x.table, x.height, x.index, x.ordinal });
                    table.ForeignKey(
                        name: "fk_retracted_row_index_change",
                        column: x => x.sequence,
                        principalTable: "index_change",
                        principalColumn: "sequence",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "A ledger row that a reorganisation took back, kept as long as its step so that it can be told to whoever was told of it.");

            migrationBuilder.CreateIndex(
                name: "ix_index_change_committed_at",
                table: "index_change",
                column: "committed_at");

            migrationBuilder.CreateIndex(
                name: "ix_index_change_retractions",
                table: "index_change",
                columns: new[] { "network", "sequence" },
                filter: "op = 'RETRACTED'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "retracted_row");

            migrationBuilder.DropTable(
                name: "index_change");

            migrationBuilder.DropColumn(
                name: "finalized_height",
                table: "cursor");
        }
    }
}
