namespace Indexer.Simulator.Snapshot;

/// <summary>A vote as a hub has it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Proposal">Id of the proposal.</param>
/// <param name="Voter">Address of the voter, as the hub writes it.</param>
/// <param name="Created">When it was cast, in seconds since 1970.</param>
/// <param name="Choice">What it is for, as JSON: a number, a list, or an object of weights.</param>
/// <param name="Power">Its weight in tokens.</param>
/// <param name="Reason">Why.</param>
public sealed record SpaceVote(
    string Id,
    string Proposal,
    string Voter,
    long Created,
    string Choice,
    double Power,
    string Reason
)
{
    /// <summary>The encrypted choice while it is hidden; null when it is not.</summary>
    public string? Ciphertext { get; init; }

    /// <summary>Whether its weight can change no more.</summary>
    public bool IsFinal { get; init; } = true;

    /// <summary>Its weight as the hub writes it.</summary>
    public string PowerText => HubJson.Number(Power);

    /// <summary>The parts of its weight by the two strategies of every proposal, as the hub writes them.</summary>
    public string PowerByStrategyText => HubJson.Numbers(ByStrategy(Power));

    internal static double[] ByStrategy(double power) => [power * 0.75, power * 0.25];
}
