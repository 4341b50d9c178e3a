using System.Text.Json.Nodes;
using Indexer.Simulator.Rpc;

namespace Indexer.Simulator;

/// <summary>The node of a simulated network for those in the same process: the answers of <see cref="SimulatorServer"/> without a wire.</summary>
/// <param name="network">The network.</param>
public sealed class InProcessNode(SimulatedNetwork network)
{
    private readonly IRpcMethods _methods = Methods(network);

    /// <summary>The result of a call.</summary>
    /// <param name="method">The method, for example <c>chain_getBlock</c>.</param>
    /// <param name="parameters">The positional parameters; null for none.</param>
    /// <exception cref="Exception">The node would have answered with an error; the message is the error's.</exception>
    public JsonNode? Call(string method, JsonArray? parameters = null) => _methods.Invoke(method, new(parameters));

    internal static IRpcMethods Methods(SimulatedNetwork network) =>
        network is SimulatedParachain parachain
            ? new SubstrateMethods(parachain)
            : new EthereumMethods((SimulatedEvm)network);
}
