using System.Text.Json;
using System.Text.Json.Nodes;
using Indexer.JsonRpc;
using Indexer.Simulator;

namespace Indexer.Ingestion.Tests.Kit;

/// <summary>
/// The client of the simulated Ethereum's node, with governors that are GovernorCompatibilityBravo of OpenZeppelin 4.9: they
/// have no <c>proposalVotes</c> and tell the same figures by the view <c>proposals</c> of Compound.
/// </summary>
internal sealed class CompatibilityBravoRpc(SimulatedEthereum chain) : IRpcClient
{
    private const string ProposalVotes = "0x544ffc9c";
    private const string Proposals = "0x013cf08b";
    private const int WordLength = 64;
    private readonly InProcessNode node = new(chain);

    public Task<JsonElement> CallAsync(
        string method,
        IReadOnlyList<object?> parameters,
        CancellationToken cancellationToken = default
    ) => Task.FromResult(Answer(method, parameters).Require());

    public Task<IReadOnlyList<RpcResult>> BatchAsync(
        IReadOnlyList<RpcRequest> requests,
        CancellationToken cancellationToken = default
    ) =>
        Task.FromResult<IReadOnlyList<RpcResult>>([
            .. requests.Select(request => Answer(request.Method, request.Parameters)),
        ]);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private RpcResult Answer(string method, IReadOnlyList<object?> parameters)
    {
        var values = new JsonArray([.. parameters.Select(value => JsonSerializer.SerializeToNode(value))]);
        var data = method == "eth_call" ? (string)values[0]!["data"]! : "";
        if (data.StartsWith(ProposalVotes, StringComparison.Ordinal))
        {
            return Reverted(method);
        }

        var isBravo = data.StartsWith(Proposals, StringComparison.Ordinal);
        if (isBravo)
        {
            values[0]!["data"] = ProposalVotes + data[Proposals.Length..];
        }

        try
        {
            var answer = node.Call(method, values);
            return new RpcResult(
                JsonSerializer.SerializeToElement(isBravo ? Bravo((string)answer!, data) : answer),
                null
            );
        }
        catch (Exception error) when (error.Message == "execution reverted")
        {
            return Reverted(method);
        }
    }

    /// <summary>The id, the proposer and three times, then for, against and abstaining, and two truths.</summary>
    private static JsonNode Bravo(string votes, string data)
    {
        string Word(int place) => votes.Substring(2 + (place * WordLength), WordLength);
        var zero = new string('0', WordLength);
        return "0x" + data[Proposals.Length..] + zero + zero + zero + zero + Word(1) + Word(0) + Word(2) + zero + zero;
    }

    private static RpcResult Reverted(string method) =>
        new(default, new RpcErrorException(method, "in process", 3, "execution reverted"));
}
