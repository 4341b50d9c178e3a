namespace Indexer.Domain;

/// <summary>Whose assets a <see cref="Claim"/> released.</summary>
public enum ClaimKind
{
    /// <summary>Assets of Khala (role khala-claimer).</summary>
    Khala,

    /// <summary>Assets of Phala (role phala-claimer).</summary>
    Phala,
}
