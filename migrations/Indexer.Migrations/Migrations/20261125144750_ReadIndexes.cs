using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Indexer.Migrations.Migrations
{
    /// <inheritdoc />
    public partial class ReadIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_stake_event_account_network_height",
                table: "stake_event");

            migrationBuilder.DropIndex(
                name: "ix_stake_event_network_pool_id_height",
                table: "stake_event");

            migrationBuilder.DropIndex(
                name: "ix_reward_account_network_height",
                table: "reward");

            migrationBuilder.DropIndex(
                name: "ix_reward_network_pool_id_height",
                table: "reward");

            migrationBuilder.DropIndex(
                name: "ix_position_account",
                table: "position");

            migrationBuilder.DropIndex(
                name: "ix_block_network_time",
                table: "block");

            migrationBuilder.CreateIndex(
                name: "ix_stake_event_account_time",
                table: "stake_event",
                columns: new[] { "account", "time" });

            migrationBuilder.CreateIndex(
                name: "ix_stake_event_network_pool_id_time",
                table: "stake_event",
                columns: new[] { "network", "pool_id", "time" });

            migrationBuilder.CreateIndex(
                name: "ix_reward_account_time",
                table: "reward",
                columns: new[] { "account", "time" },
                filter: "account is not null");

            migrationBuilder.CreateIndex(
                name: "ix_reward_amount",
                table: "reward",
                column: "amount");

            migrationBuilder.CreateIndex(
                name: "ix_reward_network_pool_id_time",
                table: "reward",
                columns: new[] { "network", "pool_id", "time" });

            migrationBuilder.CreateIndex(
                name: "ix_position_account_to_height",
                table: "position",
                columns: new[] { "account", "to_height" });

            migrationBuilder.CreateIndex(
                name: "ix_pool_state_total_value",
                table: "pool_state",
                column: "total_value",
                filter: "to_height is null");

            migrationBuilder.CreateIndex(
                name: "ix_claim_time",
                table: "claim",
                column: "time");

            migrationBuilder.CreateIndex(
                name: "ix_block_network_time_height",
                table: "block",
                columns: new[] { "network", "time", "height" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_stake_event_account_time",
                table: "stake_event");

            migrationBuilder.DropIndex(
                name: "ix_stake_event_network_pool_id_time",
                table: "stake_event");

            migrationBuilder.DropIndex(
                name: "ix_reward_account_time",
                table: "reward");

            migrationBuilder.DropIndex(
                name: "ix_reward_amount",
                table: "reward");

            migrationBuilder.DropIndex(
                name: "ix_reward_network_pool_id_time",
                table: "reward");

            migrationBuilder.DropIndex(
                name: "ix_position_account_to_height",
                table: "position");

            migrationBuilder.DropIndex(
                name: "ix_pool_state_total_value",
                table: "pool_state");

            migrationBuilder.DropIndex(
                name: "ix_claim_time",
                table: "claim");

            migrationBuilder.DropIndex(
                name: "ix_block_network_time_height",
                table: "block");

            migrationBuilder.CreateIndex(
                name: "ix_stake_event_account_network_height",
                table: "stake_event",
                columns: new[] { "account", "network", "height" });

            migrationBuilder.CreateIndex(
                name: "ix_stake_event_network_pool_id_height",
                table: "stake_event",
                columns: new[] { "network", "pool_id", "height" });

            migrationBuilder.CreateIndex(
                name: "ix_reward_account_network_height",
                table: "reward",
                columns: new[] { "account", "network", "height" },
                filter: "account is not null");

            migrationBuilder.CreateIndex(
                name: "ix_reward_network_pool_id_height",
                table: "reward",
                columns: new[] { "network", "pool_id", "height" });

            migrationBuilder.CreateIndex(
                name: "ix_position_account",
                table: "position",
                column: "account");

            migrationBuilder.CreateIndex(
                name: "ix_block_network_time",
                table: "block",
                columns: new[] { "network", "time" });
        }
    }
}
