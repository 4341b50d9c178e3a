namespace Indexer.Domain;

/// <summary>What a registrar thinks of an identity (pallet identity, Judgement).</summary>
public enum Judgement
{
    /// <summary>No opinion.</summary>
    Unknown,

    /// <summary>The account asked and paid for a judgement, which is to come.</summary>
    FeePaid,

    /// <summary>The data appears to be reasonable, but it was not checked against papers.</summary>
    Reasonable,

    /// <summary>The registrar knows the owner, and the data is right.</summary>
    KnownGood,

    /// <summary>The data was right once.</summary>
    OutOfDate,

    /// <summary>The data is imprecise, but no fraud.</summary>
    LowQuality,

    /// <summary>The data is wrong, and may be meant to deceive.</summary>
    Erroneous,
}
