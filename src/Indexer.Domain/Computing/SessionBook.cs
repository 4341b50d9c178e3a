namespace Indexer.Domain;

/// <summary>
/// What the open sessions of a network stand at, and the readings that came to be since the last commit: at most one per session and block, with
/// what the block changed.
/// </summary>
public sealed class SessionBook
{
    private static readonly SessionReading Unknown = new() { SessionId = 0 };
    private readonly Dictionary<long, SessionReading> current = [];
    private readonly Dictionary<long, SessionReading> changed = [];
    private readonly List<SessionReading> opened = [];

    /// <summary>Readings since the last commit, in order.</summary>
    public IReadOnlyList<SessionReading> Opened => opened;

    /// <summary>V of a session; zero before its first start.</summary>
    public U64F64 V(long sessionId) => Of(sessionId).V ?? default;

    /// <summary>All that a session was paid since the worker was bound.</summary>
    public Pha TotalReward(long sessionId) => Of(sessionId).TotalReward ?? Pha.Zero;

    /// <summary>Takes over what a session stands at from the database.</summary>
    /// <param name="reading">Its last values.</param>
    public void Load(SessionReading reading) => current[reading.SessionId] = reading;

    internal void Set(SessionReading stated)
    {
        current[stated.SessionId] = Merge(Of(stated.SessionId), stated);
        changed[stated.SessionId] = Merge(changed.GetValueOrDefault(stated.SessionId, Unknown), stated);
    }

    internal void EndBlock(string network, long height)
    {
        opened.AddRange(changed.Values.Select(reading => reading with { Network = network, Height = height }));
        changed.Clear();
    }

    internal void Committed() => opened.Clear();

    private SessionReading Of(long sessionId) => current.GetValueOrDefault(sessionId, Unknown);

    private static SessionReading Merge(SessionReading before, SessionReading stated) =>
        stated with
        {
            V = stated.V ?? before.V,
            TotalReward = stated.TotalReward ?? before.TotalReward,
            InstantP = stated.InstantP ?? before.InstantP,
        };
}
