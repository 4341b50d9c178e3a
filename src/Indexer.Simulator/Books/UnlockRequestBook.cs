namespace Indexer.Simulator;

/// <summary>An open unlock request of the vPHA vault.</summary>
/// <param name="Owner">Whose shares were burnt; the request is kept under this address.</param>
/// <param name="Receiver">Who is paid.</param>
/// <param name="Assets">PHA in 10^-18.</param>
/// <param name="StartTime">Unix seconds of the request; it is due after the unlock period in force when it is claimed.</param>
public sealed record UnlockRequestBook(EvmAddress Owner, EvmAddress Receiver, UInt128 Assets, ulong StartTime);
