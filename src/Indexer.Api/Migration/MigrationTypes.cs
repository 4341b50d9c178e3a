using Indexer.Api.Model;
using Indexer.Domain;
using Indexer.GraphQL.Types;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Indexer.Api.Migration;

/// <summary>The types of the move from the parachains to the PHA vault, over the views of the hand-over ledger.</summary>
internal sealed class MigrationTypes
{
    private static readonly KeyColumn Network = new("network", SqlType.Text);
    private static readonly KeyColumn User = new("claim_user", SqlType.Bytea);

    public MigrationTypes(ProductTypes types, IModel model)
    {
        Total = types.View(
            "Migration",
            "migration",
            "The move of a parachain: what its accounts had at its end, and what became of it. On each side of the claims, and to the last unit: expected = claimed + unclaimed + difference.",
            Network
        );
        Unclaimed = types
            .View(
                "Unclaimed",
                AccountsView,
                "What an account had when its parachain ended and has not claimed. It is its owner's still, and earns in the PHA vault from the funding of the claim contract on.",
                Network,
                User
            )
            .Versioned(
                types.AsOf,
                row => $"({row["ended_at"]} is not null and {row["claimed_at"]} is null)",
                new Dictionary<string, Func<SqlRow, string, string>>
                {
                    ["height"] = (row, height) =>
                        $"({row["last_height"]} < {height} and ({row["claim_height"]} is null or {row["claim_height"]} > {height}))",
                    ["timestamp"] = (row, time) =>
                        $"({row["ended_at"]} < {time} and ({row["claimed_at"]} is null or {row["claimed_at"]} > {time}))",
                    ["finalized"] = (row, _) =>
                        $"({row["ended_at"]} is not null and ({row["claim_height"]} is null or {row["claim_height"]} > (select finalized_height from ingestion_status where network = {row["claimed_on"]})))",
                }
            );
        Difference = types.View(
            "MigrationDifference",
            "migration_difference",
            "What an account had when its parachain ended less what its claim paid, with the reason as far as it is known. Nothing is forced to match.",
            Network,
            User,
            new KeyColumn("reason", SqlType.Text)
        );
        Entry = types.Table<MigrationEntry>(model);
    }

    /// <summary>The view of what accounts had, with their claims.</summary>
    public const string AccountsView = "migration_account";

    public ObjectType Total { get; }

    public ObjectType Unclaimed { get; }

    public ObjectType Difference { get; }

    public ObjectMap<MigrationEntry> Entry { get; }
}
