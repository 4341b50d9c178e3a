using Indexer.Domain;

namespace Indexer.Addresses;

/// <summary>What an SS58 text says.</summary>
/// <param name="Prefix">The network that the text was written for; 30 is Phala's and Khala's, 42 any.</param>
/// <param name="Account">The 32-byte account.</param>
public readonly record struct Ss58Address(ushort Prefix, AccountId Account);
