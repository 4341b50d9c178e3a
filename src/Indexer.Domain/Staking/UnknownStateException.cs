namespace Indexer.Domain;

/// <summary>An event does not fit the state: it names something unknown, or would make a number impossible.</summary>
/// <param name="message">One line that names the thing and the way out.</param>
public class UnknownStateException(string message) : Exception(message);
