using Indexer.Evm;

namespace Indexer.Ingestion.Contracts.Timelock;

/// <summary>An operation of a timelock as events and proposals name it.</summary>
internal static class TimelockOperation
{
    /// <summary>The id that an event of a timelock names.</summary>
    public static string Of(EvmEvent decoded) => "0x" + Convert.ToHexStringLower(decoded.Bytes("id"));
}
