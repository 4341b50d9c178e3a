namespace Indexer.Domain;

/// <summary>
/// An event names something of governance that no indexed event made: a proposal, a vote, a stored call. Where the index began with a state,
/// which holds no governance, it is from before.
/// </summary>
/// <param name="message">One line that names the thing and the way out.</param>
public sealed class UnknownProposalException(string message) : UnknownStateException(message);
