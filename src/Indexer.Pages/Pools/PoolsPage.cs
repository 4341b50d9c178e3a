using System.Text.Json.Nodes;
using Indexer.Pages.Shell;

namespace Indexer.Pages.Pools;

/// <summary>Pools and vaults, to search and sort.</summary>
internal static class PoolsPage
{
    private const int ContractLength = 42;

    /// <summary>An SS58 address of 32 bytes has no fewer characters.</summary>
    private const int AddressLength = 46;

    /// <summary>By which figure to sort, and how it is called in GraphQL.</summary>
    public static IReadOnlyList<(string Word, string Field, string Text)> Orders { get; } =
    [
        ("value", "TOTAL_VALUE", "Value"),
        ("apr", "APR_MONTH", "APR, 30 days"),
        ("expected", "EXPECTED_APR", "Expected APR"),
        ("room", "ROOM", "Room"),
        ("free", "FREE_VALUE", "Free"),
        ("workers", "WORKER_COUNT", "Workers"),
    ];

    public static async Task<PageAnswer> ReadAsync(PageRequest request)
    {
        var sort = request.Choice("sort", [.. Orders.Select(order => order.Word)]);
        var only = request.Choice("only", "live", "room", "vaults", "all");
        var search = request.Query("q");
        var network = request.Query("network");
        var variables = new JsonObject
        {
            ["where"] = new JsonObject { ["and"] = new JsonArray([.. Conditions(search, network, only)]) },
            ["orderBy"] = new JsonArray(
                new JsonObject { ["field"] = Orders.First(order => order.Word == sort).Field, ["direction"] = "DESC" }
            ),
            ["after"] = request.Query("after"),
        };
        var answer = await request.AskAsync<PoolsAnswer>("Pools", variables);
        return PageAnswer.Of<Pools>("Pools and vaults", new PoolsView(answer.Pools, search, network, sort, only));
    }

    private static IEnumerable<JsonNode> Conditions(string? search, string? network, string only)
    {
        if (network is not null)
        {
            yield return Is("network", network);
        }

        if (search is not null)
        {
            yield return Named(search);
        }

        // Pools of ended chains and empty ones have no value; who names one wants to see it all the same.
        if (only == "room" || (only is "live" or "vaults" && search is null))
        {
            yield return new JsonObject { ["totalValue"] = new JsonObject { ["gte"] = "1" } };
        }

        if (only == "room")
        {
            yield return Is("isShutDown", false);
            yield return Is("whitelistEnabled", false);
            yield return new JsonObject
            {
                ["or"] = new JsonArray(
                    new JsonObject { ["room"] = new JsonObject { ["isNull"] = true } },
                    new JsonObject { ["room"] = new JsonObject { ["gt"] = "0" } }
                ),
            };
        }
        else if (only == "vaults")
        {
            yield return new JsonObject
            {
                ["kind"] = new JsonObject { ["in"] = new JsonArray("VAULT", "ERC4626", "TOKEN_VAULT") },
            };
        }
    }

    /// <summary>A number or a contract is the pool itself, another address its owner; all else is looked for in the owner's name.</summary>
    private static JsonObject Named(string search)
    {
        var isHex = search.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        if ((isHex && search.Length == ContractLength) || search.All(char.IsAsciiDigit))
        {
            return Is("poolId", search.ToLowerInvariant());
        }

        var isAddress = isHex || (search.Length >= AddressLength && search.All(char.IsAsciiLetterOrDigit));
        return new JsonObject
        {
            ["owner"] = isAddress
                ? Is("address", search)
                : new JsonObject
                {
                    ["identity"] = new JsonObject { ["name"] = new JsonObject { ["icontains"] = search } },
                },
        };
    }

    private static JsonObject Is(string field, JsonNode value) => new() { [field] = new JsonObject { ["eq"] = value } };
}

public sealed record PoolsView(PoolList Pools, string? Search, string? Network, string Sort, string Only);

public sealed record PoolsAnswer(PoolList Pools);

public sealed record PoolList(IReadOnlyList<ListedPool> Nodes, int TotalCount, PoolListEnd PageInfo);

public sealed record PoolListEnd(bool HasNextPage, string? EndCursor);

public sealed record ListedPool(
    string Network,
    string PoolId,
    string Kind,
    bool IsShutDown,
    Figure TotalValue,
    Figure? Room,
    Figure FreeValue,
    Figure? Commission,
    Figure? AprMonth,
    Figure? ExpectedApr,
    int WorkerCount,
    PoolOwner? Owner
);

public sealed record PoolOwner(string Address, OwnerIdentity? Identity);

public sealed record OwnerIdentity(string? Name);
