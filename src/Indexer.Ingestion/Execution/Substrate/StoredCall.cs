using Indexer.Domain;

namespace Indexer.Ingestion;

/// <summary>A call that the chain had stored and now carried out with success: that of a motion, of a referendum or of a task.</summary>
/// <param name="ProposalId">The proposal whose call it is; null when it is none's.</param>
/// <param name="Hash">The hash of the call.</param>
/// <param name="Data">Its bytes, where they come with it; null when its preimage is to be looked up.</param>
/// <param name="Origin">The account that it was carried out for; null for the root, a collective and other origins without account.</param>
public sealed record StoredCall(string? ProposalId, string Hash, byte[]? Data = null, AccountId? Origin = null);
