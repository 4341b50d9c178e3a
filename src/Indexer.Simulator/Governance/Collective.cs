namespace Indexer.Simulator.Governance;

/// <summary>The council or the technical committee.</summary>
internal sealed class Collective(string name)
{
    public string Name => name;

    public List<AccountId> Members { get; set; } = [];

    public AccountId? Prime { get; set; }

    /// <summary>All motions; the number is the place in the list.</summary>
    public List<Motion> Motions { get; } = [];

    public IEnumerable<Motion> Open => Motions.Where(motion => motion.IsOpen);

    public Motion? FindOpen(byte[] hash) =>
        Motions.FindLast(one => one.IsOpen && one.Proposal.Hash.AsSpan().SequenceEqual(hash));

    public CollectiveBook Book() => new([.. Members], Prime);
}
