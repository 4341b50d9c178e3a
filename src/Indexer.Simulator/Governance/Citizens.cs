namespace Indexer.Simulator.Governance;

/// <summary>
/// The people of governance. They own no delegations, so whatever they do leaves the story of staking as it is.
/// </summary>
internal sealed class Citizens(ulong seed, string network)
{
    public const int Count = 20;
    private const ulong Pha = 1_000_000_000_000;

    /// <summary>Everybody, by number.</summary>
    public IReadOnlyList<AccountId> All { get; } =
    [.. Enumerable.Range(0, Count).Select(number => AccountId.From(Digests.Of("citizen", seed, network, number)))];

    /// <summary>Who has so much that a vote can be of any size.</summary>
    public AccountId Whale => All[0];

    /// <summary>Everybody but the whale.</summary>
    public IReadOnlyList<AccountId> Voters => [.. All.Skip(1)];

    /// <summary>The technical committee.</summary>
    public IReadOnlyList<AccountId> Committee => [.. All.Skip(1).Take(3)];

    /// <summary>Who stands for the council.</summary>
    public IReadOnlyList<AccountId> Candidates => [.. All.Skip(4).Take(9)];

    /// <summary>Who votes with W-PHA.</summary>
    public IReadOnlyList<AccountId> Wrappers => [.. All.Skip(13).Take(3)];

    /// <summary>Who delegates, votes, and delegates again.</summary>
    public IReadOnlyList<AccountId> Delegators => [.. All.Skip(11).Take(6)];

    /// <summary>What each owns at first.</summary>
    public IEnumerable<(AccountId Account, UInt128 Amount)> Endowments()
    {
        var random = new Prng(Prng.Mix(seed, network + "/citizens"));
        yield return (Whale, (UInt128)400_000_000 * Pha);
        foreach (var voter in Voters)
        {
            yield return (
                voter,
                ((UInt128)random.Between(20_000, 2_000_000) * Pha) + (uint)random.Below(1_000_000_000)
            );
        }
    }
}
