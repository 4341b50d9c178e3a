namespace Indexer.Domain;

/// <summary>A body of the parachain that members vote in.</summary>
public enum CollectiveBody
{
    /// <summary>The Council, elected by PhragmenElection.</summary>
    Council,

    /// <summary>The TechnicalCommittee, appointed by the council.</summary>
    TechnicalCommittee,
}
