using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Indexer.Migrations.Migrations
{
    /// <inheritdoc />
    public partial class WeightByStrategy : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "weight_by_strategy",
                table: "vote_event",
                type: "text",
                nullable: true,
                comment: "The parts of its weight by the strategies of the proposal (Strategies), in their order, in tokens, as JSON and as Snapshot states them: rounded decimals, so that the exact weight is Balance; null elsewhere.");

            migrationBuilder.AddColumn<string>(
                name: "weight_by_strategy",
                table: "vote",
                type: "text",
                nullable: true,
                comment: "The parts of its weight by the strategies of the proposal (Strategies), in their order, in tokens, as JSON and as Snapshot states them: rounded decimals, so that the exact weight is Balance; null elsewhere.");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "weight_by_strategy",
                table: "vote_event");

            migrationBuilder.DropColumn(
                name: "weight_by_strategy",
                table: "vote");
        }
    }
}
