namespace Indexer.Simulator.Ethereum;

internal sealed record UnlockRequest(EvmAddress Receiver, UInt128 Assets, ulong StartTime);
