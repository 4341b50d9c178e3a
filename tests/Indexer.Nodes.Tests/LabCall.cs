using Indexer.Domain;

namespace Indexer.Nodes.Tests;

/// <summary>A call of a contract that changes something.</summary>
/// <param name="From">Who calls.</param>
/// <param name="To">The contract.</param>
/// <param name="Function">Declaration of the function.</param>
/// <param name="Arguments">Its arguments.</param>
public sealed record LabCall(AccountId From, AccountId To, string Function, params object[] Arguments)
{
    /// <summary>The call as JSON-RPC takes it.</summary>
    public IReadOnlyDictionary<string, string> Transaction =>
        new Dictionary<string, string>
        {
            ["from"] = $"{From}",
            ["to"] = $"{To}",
            ["data"] = LabAbi.Call(Function, Arguments),
            ["gas"] = "0xa00000",
        };
}
