namespace Indexer.Handlers.Evm.Tests;

/// <summary>One thing that happens to the vault.</summary>
/// <param name="Kind">Deposit, redemption, transfer, cancellation or claim.</param>
/// <param name="Who">Who does it.</param>
/// <param name="Whom">Who receives.</param>
/// <param name="Part">How much, in percent, or which.</param>
/// <param name="Pause">Seconds since the step before.</param>
public sealed record Step(int Kind, byte Who, byte Whom, int Part, int Pause);
