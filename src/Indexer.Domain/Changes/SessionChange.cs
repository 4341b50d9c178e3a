namespace Indexer.Domain;

/// <summary>Changes what a computing session stands at.</summary>
/// <param name="Stated">The session, and what is known of it anew; the pipeline stamps network and height.</param>
public sealed record SessionChange(SessionReading Stated) : Change;
