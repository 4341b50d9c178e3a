using Indexer.Domain;

namespace Indexer.Substrate.Calls;

/// <summary>An extrinsic that holds a wanted call.</summary>
/// <param name="Index">Its position in the block, from 0.</param>
/// <param name="Signer">Who signed it; null for a bare one or when the address is no account id.</param>
/// <param name="Call">Its call.</param>
public sealed record SubstrateExtrinsic(int Index, AccountId? Signer, SubstrateCall Call);
