namespace Indexer.Domain;

/// <summary>Sets or ends a piece of state other than pools and positions.</summary>
/// <param name="Row">The state from now on.</param>
/// <param name="Ends">Whether the state ceases to exist instead.</param>
public sealed record StateChange(StateRow Row, bool Ends = false) : Change;
