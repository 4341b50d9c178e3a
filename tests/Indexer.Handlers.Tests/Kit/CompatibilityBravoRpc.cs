using System.Text.Json;
using System.Text.Json.Nodes;
using Indexer.JsonRpc;
using Indexer.Simulator;

namespace Indexer.Handlers.Tests.Kit;

/// <summary>
/// The client of the simulated Ethereum's node, with governors that are GovernorCompatibilityBravo of OpenZeppelin 4.9: they
/// have no <c>proposalVotes</c> and tell the same figures by the view <c>proposals</c> of Compound.
/// </summary>
internal sealed class CompatibilityBravoRpc(SimulatedEthereum chain) : InProcessRpc(chain)
{
    private const string ProposalVotes = "0x544ffc9c";
    private const string Proposals = "0x013cf08b";
    private const int WordLength = 64;

    protected override RpcResult Answer(string method, JsonArray parameters)
    {
        var data = method == "eth_call" ? (string)parameters[0]!["data"]! : "";
        if (data.StartsWith(ProposalVotes, StringComparison.Ordinal))
        {
            return Reverted(method);
        }

        var isBravo = data.StartsWith(Proposals, StringComparison.Ordinal);
        if (isBravo)
        {
            parameters[0]!["data"] = ProposalVotes + data[Proposals.Length..];
        }

        try
        {
            var answer = base.Answer(method, parameters);
            return isBravo
                ? new RpcResult(JsonSerializer.SerializeToElement(Bravo(answer.Require().GetString()!, data)), null)
                : answer;
        }
        catch (Exception error) when (error.Message == "execution reverted")
        {
            return Reverted(method);
        }
    }

    /// <summary>The id, the proposer and three times, then for, against and abstaining, and two truths.</summary>
    private static string Bravo(string votes, string data)
    {
        string Word(int place) => votes.Substring(2 + (place * WordLength), WordLength);
        var zero = new string('0', WordLength);
        return "0x" + data[Proposals.Length..] + zero + zero + zero + zero + Word(1) + Word(0) + Word(2) + zero + zero;
    }

    private static RpcResult Reverted(string method) =>
        new(default, new RpcErrorException(method, "in process", 3, "execution reverted"));
}
