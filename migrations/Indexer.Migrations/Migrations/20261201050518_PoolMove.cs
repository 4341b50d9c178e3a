using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Indexer.Migrations.Migrations
{
    /// <inheritdoc />
    public partial class PoolMove : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "is_moving",
                table: "pool_state",
                type: "boolean",
                nullable: false,
                defaultValue: false,
                comment: "Whether a stake pool is on its way from the first version to the second: from the first step of the network's move, when its free value and commission become wrapped PHA, to the step after which all delegations are NFTs.");

            migrationBuilder.AddColumn<long>(
                name: "moved_collection_id",
                table: "pool_state",
                type: "bigint",
                nullable: true,
                comment: "The RMRK collection of a pool that began as a stake pool of the first version, since the move to the second told it; null for others, whose collection never changes (CollectionId).");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "is_moving",
                table: "pool_state");

            migrationBuilder.DropColumn(
                name: "moved_collection_id",
                table: "pool_state");
        }
    }
}
