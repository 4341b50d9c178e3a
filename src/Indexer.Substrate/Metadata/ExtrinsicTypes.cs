namespace Indexer.Substrate.Metadata;

/// <summary>The types of the parts of an extrinsic, by their ids.</summary>
/// <param name="Address">Who signed.</param>
/// <param name="Signature">The signature.</param>
/// <param name="Extensions">What the signed extensions put between signature and call (era, nonce, tip), in order.</param>
/// <param name="Call">The call: the enum of all pallets' calls.</param>
internal sealed record ExtrinsicTypes(int Address, int Signature, IReadOnlyList<int> Extensions, int Call);
