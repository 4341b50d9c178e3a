using Indexer.Domain;

namespace Indexer.Handlers.Governance;

/// <summary>The ids of the proposals of the parachains.</summary>
internal static class ProposalIds
{
    /// <summary>The id of a referendum.</summary>
    public static string Referendum(uint index) => $"referendum/{index}";

    /// <summary>The id of a public proposal.</summary>
    public static string Public(uint index) => $"public-proposal/{index}";

    /// <summary>The id of an external proposal, to which the chain gives none: where it was made.</summary>
    public static string External(long height, int index) => $"external/{height}-{index}";

    /// <summary>The id of a motion.</summary>
    public static string Motion(CollectiveBody body, uint index) =>
        body == CollectiveBody.Council ? $"council/{index}" : $"technical-committee/{index}";

    /// <summary>The id of a treasury proposal.</summary>
    public static string Treasury(uint index) => $"treasury/{index}";

    /// <summary>The id of a bounty.</summary>
    public static string Bounty(uint index) => $"bounty/{index}";

    /// <summary>The id of a child bounty.</summary>
    public static string ChildBounty(uint parent, uint index) => $"child-bounty/{parent}/{index}";

    /// <summary>The id of a tip.</summary>
    public static string Tip(string hash) => $"tip/{hash}";
}
