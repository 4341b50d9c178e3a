namespace Indexer.Ingestion;

/// <summary>A file of an initial state, or a dump that one is made from, cannot be used.</summary>
/// <param name="message">One line that names the file, the place in it, and the way out.</param>
public sealed class InitialStateException(string message) : Exception(message);
