using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Indexer.Migrations.Migrations
{
    /// <inheritdoc />
    public partial class Jobs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<DateTimeOffset>(
                name: "updated_at",
                table: "ingestion_status",
                type: "timestamptz(3)",
                nullable: false,
                comment: "When its process last gave a sign of life, UTC; it does so every quarter of a minute until it ends.",
                oldClrType: typeof(DateTimeOffset),
                oldType: "timestamptz(3)",
                oldComment: "When this row was written, UTC.");

            migrationBuilder.AlterColumn<string>(
                name: "reason",
                table: "ingestion_status",
                type: "text",
                nullable: true,
                comment: "Why it waits or stopped, in one line; null otherwise.",
                oldClrType: typeof(string),
                oldType: "text",
                oldNullable: true,
                oldComment: "Why it stopped, in one line; null unless stopped.");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "since",
                table: "ingestion_status",
                type: "timestamptz(3)",
                nullable: false,
                defaultValueSql: "now()",
                comment: "Since when it does that, UTC.");

            migrationBuilder.Sql("alter table ingestion_status alter column since drop default");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "next_try_at",
                table: "ingestion_status",
                type: "timestamptz(3)",
                nullable: true,
                comment: "When what it waits for is tried next, UTC; null unless it waits.");

            migrationBuilder.CreateTable(
                name: "job",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false, comment: "Its name."),
                    description = table.Column<string>(type: "text", nullable: false, comment: "What it does."),
                    schedule = table.Column<string>(type: "text", nullable: false, comment: "When it runs: minute, hour, day of the month, month and day of the week in UTC, as in cron."),
                    state = table.Column<string>(type: "text", nullable: true, comment: "How its last run stands; null before the first."),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp(3) with time zone", nullable: true, comment: "When its last run began, UTC; null before the first."),
                    duration_milliseconds = table.Column<long>(type: "bigint", nullable: true, comment: "How long its last run took, in milliseconds; null while it runs, and when it was killed."),
                    result = table.Column<string>(type: "text", nullable: true, comment: "What its last finished run did, in a few words; null before."),
                    failure = table.Column<string>(type: "text", nullable: true, comment: "Why its last run failed, in one line; null unless it did."),
                    next_at = table.Column<DateTimeOffset>(type: "timestamp(3) with time zone", nullable: true, comment: "When it runs next, UTC; null while no process runs jobs for the first time.")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_job", x => x.name);
                },
                comment: "A job that comes again and again beside the ingestion, with its last run.");

            migrationBuilder.CreateTable(
                name: "proposal_recheck",
                columns: table => new
                {
                    network = table.Column<string>(type: "text", nullable: false, comment: "Name of the network."),
                    proposal_id = table.Column<string>(type: "text", nullable: false, comment: "The proposal."),
                    marked_at = table.Column<DateTimeOffset>(type: "timestamp(3) with time zone", nullable: false, comment: "When it was marked last, UTC by the clock of the database."),
                    checked_at = table.Column<DateTimeOffset>(type: "timestamp(3) with time zone", nullable: true, comment: "When it was looked at last, UTC by the clock of the database; null before. Until it is later than the mark, a look is due.")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_proposal_recheck", x => new { x.network, x.proposal_id });
                },
                comment: "A settled proposal of a Snapshot space that is read again although nothing tells of a change: a job marks it, and the ingestion, which alone writes what it finds, looks at what is marked.");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "since",
                table: "ingestion_status");

            migrationBuilder.DropColumn(
                name: "next_try_at",
                table: "ingestion_status");

            migrationBuilder.DropTable(
                name: "job");

            migrationBuilder.DropTable(
                name: "proposal_recheck");
        }
    }
}
