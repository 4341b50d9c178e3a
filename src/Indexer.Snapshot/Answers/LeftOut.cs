namespace Indexer.Snapshot;

/// <summary>One object among others that cannot be read: it is left out, and the others are not.</summary>
/// <param name="Name">Its id, or where it stands in its list.</param>
/// <param name="Reason">What is wrong with it.</param>
public sealed record LeftOut(string Name, string Reason);
