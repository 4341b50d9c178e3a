using System.Globalization;
using System.Text.Json.Nodes;
using Indexer.Pages.Shell;
using Microsoft.AspNetCore.Http;

namespace Indexer.Pages.Holders;

/// <summary>A holder, found by any address.</summary>
internal static class HolderPage
{
    /// <summary>The form of the page's head: the holder has an address of its own.</summary>
    public static Task<PageAnswer> FindAsync(PageRequest request) =>
        throw (
            request.Query("address") is { } address
                ? new PageMovedException($"holders/{Uri.EscapeDataString(address)}")
                : new PageException(StatusCodes.Status400BadRequest, "Write an address of a holder above.")
        );

    public static async Task<PageAnswer> ReadAsync(PageRequest request)
    {
        var address = request.Route("address");
        var by = request.Choice("by", "month", "day", "week", "year");
        // Days and weeks of this year; months and years of the whole life.
        var from = by is "day" or "week"
            ? request.Now.Year.ToString(CultureInfo.InvariantCulture) + "-01-01T00:00:00Z"
            : null;
        var holder = (await request.AskAsync<HolderAnswer>("Holder", new JsonObject { ["address"] = address })).Holder;
        if (holder is null)
        {
            throw new PageException(
                StatusCodes.Status404NotFound,
                $"Nothing on the indexed networks names {address}, and nothing is waiting there to be claimed."
            );
        }

        var rewards = await request.AskAsync<HolderRewardsAnswer>(
            "HolderRewards",
            new JsonObject
            {
                ["address"] = address,
                ["interval"] = by.ToUpperInvariant(),
                ["from"] = from,
            }
        );
        return PageAnswer.Of<Holder>(
            $"Holder {Wording.Ends6(holder.Address)}",
            new HolderView(address, by, holder, rewards.Holder!.RewardHistory)
        );
    }
}

public sealed record HolderView(string Asked, string By, HolderData Holder, IReadOnlyList<HolderReward> Rewards);

public sealed record HolderAnswer(HolderData? Holder);

public sealed record HolderRewardsAnswer(HolderRewardsData? Holder);

public sealed record HolderRewardsData(IReadOnlyList<HolderReward> RewardHistory);

public sealed record HolderReward(
    DateTimeOffset StartTime,
    DateTimeOffset EndTime,
    Figure Delegated,
    Figure Waited,
    Figure Commission,
    Figure Paid,
    Figure Total,
    Figure Cumulated,
    IReadOnlyList<string> Networks
);

public sealed record HolderData(
    string Address,
    Figure TotalValue,
    Figure StakedValue,
    Figure Unlocking,
    Figure UnclaimedValue,
    Figure PendingReward,
    Figure Earned,
    Nodes<HolderAccount> Accounts,
    IReadOnlyList<HolderMonth> History,
    Nodes<HolderPosition> Positions,
    Nodes<HolderTransfer> BridgeTransfers,
    Nodes<HolderUnclaimed> Unclaimed,
    Nodes<HolderUnlock> UnlockRequests,
    Nodes<HolderLink> Links,
    HolderParticipation Participation,
    Nodes<HolderVote> Votes,
    Nodes<object> Delegators,
    Nodes<HolderDeed> Activity
);

public sealed record HolderAccount(
    string Address,
    string Kind,
    string? Label,
    string Role,
    HolderIdentity? Identity,
    Nodes<HolderAppearance> Networks
);

public sealed record HolderIdentity(string? Name, bool IsVerified);

public sealed record HolderAppearance(string Network);

public sealed record HolderMonth(DateTimeOffset EndTime, Figure Value, Figure Unlocking, Figure Unclaimed);

public sealed record HolderPosition(
    string Network,
    string PoolId,
    string Address,
    Figure Value,
    Figure Cost,
    Figure Earned,
    HolderPool Pool
);

public sealed record HolderPool(string Kind, Figure? SharePrice, Figure? AprMonth);

public sealed record HolderTransfer(
    string Direction,
    Figure Value,
    string Receiver,
    string State,
    DateTimeOffset? SentTime,
    DateTimeOffset? ReadyTime
);

public sealed record HolderUnclaimed(
    string Network,
    string Address,
    Figure Value,
    DateTimeOffset EndedTime,
    string? Contract,
    string? ClaimNetwork,
    string How
);

public sealed record HolderUnlock(
    string Network,
    string PoolId,
    Figure Assets,
    string Receiver,
    DateTimeOffset RequestedTime,
    DateTimeOffset? UnlockTime
);

public sealed record HolderLink(
    string Kind,
    string Strength,
    bool Merges,
    string? NotMerged,
    string? From,
    string To,
    string Network,
    long Height,
    DateTimeOffset Time,
    string? Transaction
);

public sealed record HolderParticipation(int Proposals, int Voted, Figure? Rate);

public sealed record HolderVote(
    string Network,
    string ProposalId,
    string Choice,
    Figure Weight,
    DateTimeOffset CastTime,
    HolderProposal? Proposal
);

public sealed record HolderProposal(string System, string Status, TitleText? Text);

public sealed record HolderDeed(
    DateTimeOffset Time,
    string Kind,
    string Direction,
    string Network,
    string? PoolId,
    string? ProposalId,
    Figure? Amount,
    Figure? Shares,
    string? Counterparty,
    string? Transaction,
    long? Height,
    int? Extrinsic
);
