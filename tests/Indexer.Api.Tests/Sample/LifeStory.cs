using Indexer.Domain;
using Indexer.Storage;

namespace Indexer.Api.Tests.Sample;

/// <summary>
/// Lives that pass through all networks. Cat staked on Khala and Phala with one key and claimed both, to three addresses. Dan claimed
/// with two accounts to one receiver. Eve and Fay claimed to one contract, Gus to an exchange. Hal is known by his claim only.
/// </summary>
internal static class LifeStory
{
    public static readonly AccountId Cat = Substrate(0x31);
    public static readonly AccountId CatKhala = Evm(0x32);
    public static readonly AccountId CatL1 = Evm(0x33);
    public static readonly AccountId CatL2 = Evm(0x34);
    public static readonly AccountId Dan = Substrate(0x48);

    /// <summary>Claims after Dan, though its bytes are smaller.</summary>
    public static readonly AccountId DanToo = Substrate(0x41);
    public static readonly AccountId DanReceiver = Evm(0x42);
    public static readonly AccountId Eve = Substrate(0x51);
    public static readonly AccountId Fay = Substrate(0x52);
    public static readonly AccountId Safe = Evm(0x53);
    public static readonly AccountId Gus = Substrate(0x54);
    public static readonly AccountId Exchange = Evm(0x55);
    public static readonly AccountId Hal = Substrate(0x61);
    public static readonly AccountId HalReceiver = Evm(0x62);
    public static readonly AccountId Stranger = Evm(0x71);
    public static readonly AccountId Bridge = Evm(0x72);
    public static readonly AccountId Token = Evm(0x73);
    public static readonly AccountId Claimer = People.Claimer;
    private const string Referendum = "referendum/9";

    public static async Task TellAsync(LedgerWriter writer)
    {
        await ParachainsAsync(new Chain(writer, "khala", Story.Start), new Chain(writer, "phala", Story.Start));
        await EthereumAsync(new Chain(writer, "ethereum", Story.Start));
        await LayerTwoAsync(new Chain(writer, "phala-l2", Story.Start));
    }

    /// <summary>The parachain names Hal's account.</summary>
    public static Task HalAppearsAsync(Chain phala) =>
        phala.BlockAsync(30, Stake(Hal, StakeEventKind.Wrapped, amount: 1));

    private static async Task ParachainsAsync(Chain khala, Chain phala)
    {
        await khala.BlockAsync(
            5,
            Stake(Cat, StakeEventKind.Wrapped, amount: 9),
            Stake(Cat, StakeEventKind.Contribution, amount: 8, shares: 4),
            Stake(Cat, StakeEventKind.OwnerRewardsWithdrawn, amount: 2)
        );
        await khala.BlockAsync(
            7,
            Stake(Cat, StakeEventKind.WithdrawalQueued),
            Stake(Cat, StakeEventKind.Withdrawal, amount: 8, shares: -4)
        );
        await phala.BlockAsync(9);
        await phala.BlockAsync(
            10,
            [
                Stake(Cat, StakeEventKind.Contribution, amount: 5, shares: 5),
                .. new[] { Dan, DanToo, Eve, Fay, Gus }.Select(account =>
                    (Change)Stake(account, StakeEventKind.Wrapped, amount: 1)
                ),
            ]
        );
        await phala.BlockAsync(
            11,
            new Proposal
            {
                Id = Referendum,
                System = ProposalSystem.Referendum,
                NativeId = "9",
                Proposer = Dan,
            },
            new StateChange(new ProposalState { ProposalId = Referendum, Status = ProposalStatus.Active })
        );
        await phala.BlockAsync(12, Vote(VoteAction.Cast, VoteChoice.Aye, 3));
        await phala.BlockAsync(13, Vote(VoteAction.DelegationChanged, VoteChoice.Aye, 3));
        await phala.BlockAsync(14, Vote(VoteAction.Replaced, VoteChoice.Nay, 4));
        await phala.BlockAsync(15, Vote(VoteAction.Removed, VoteChoice.Nay, 4));
    }

    private static async Task EthereumAsync(Chain chain)
    {
        await chain.TransactionsAsync(
            110,
            [
                Move(Claimer, StakeEventKind.TransferOut, -50, CatKhala),
                Move(CatKhala, StakeEventKind.TransferIn, 50, Claimer),
                .. Claim(ClaimKind.Khala, Cat, 7, 50, CatKhala, byAdmin: false),
            ]
        );
        await chain.TransactionsAsync(
            111,
            [Move(CatKhala, StakeEventKind.SharesMinted, 10), Stake(CatKhala, StakeEventKind.Deposit, amount: 12)]
        );
        await chain.TransactionsAsync(
            112,
            [
                Move(CatKhala, StakeEventKind.SharesBurned, -20),
                Stake(CatKhala, StakeEventKind.UnlockRequested, amount: 24),
                Move(CatKhala, StakeEventKind.SharesBurned, -5),
                Stake(CatKhala, StakeEventKind.UnlockRequested, amount: 6),
                Move(CatKhala, StakeEventKind.SharesBurned, -1),
            ]
        );
        await chain.TransactionsAsync(
            113,
            [Move(CatKhala, StakeEventKind.SharesMinted, 4), Stake(CatKhala, StakeEventKind.UnlockCancelled, amount: 6)]
        );
        await chain.BlockAsync(
            114,
            Stake(CatKhala, StakeEventKind.UnlockClaimed, amount: 24),
            Stake(Stranger, StakeEventKind.UnlockClaimed, amount: 10, other: CatL1)
        );
        await chain.TransactionsAsync(
            116,
            [
                Move(CatKhala, StakeEventKind.TransferOut, -3, CatL1),
                Move(CatL1, StakeEventKind.TransferIn, 3, CatKhala),
            ],
            [Move(CatL1, StakeEventKind.TransferOut, -1, Stranger), Move(Stranger, StakeEventKind.TransferIn, 1, CatL1)]
        );
        await BridgeAsync(chain);
        await ClaimAsync(chain);
    }

    private static async Task BridgeAsync(Chain chain)
    {
        await chain.TransactionsAsync(
            118,
            [
                Move(CatL1, StakeEventKind.BridgeOut, -2, Bridge),
                Transfer(BridgeSide.Initiated, 118, 1, CatL1, CatL1, 2),
            ],
            [
                Move(Stranger, StakeEventKind.BridgeOut, -1, Bridge),
                Transfer(BridgeSide.Initiated, 118, 3, Stranger, CatL2, 1),
                Moved(Stranger, CatL2),
            ],
            [
                Move(CatL1, StakeEventKind.BridgeOut, -1, Bridge),
                Transfer(BridgeSide.Initiated, 118, 6, CatL1, Stranger, 1),
                Moved(CatL1, Stranger),
            ]
        );
    }

    private static async Task ClaimAsync(Chain chain)
    {
        await chain.TransactionsAsync(
            120,
            [
                Move(Claimer, StakeEventKind.BridgeOut, -30, Bridge),
                Transfer(BridgeSide.Initiated, 120, 1, Claimer, CatL2, 30),
                .. Claim(ClaimKind.Phala, Cat, 11, 30, CatL1, byAdmin: true, CatL2),
            ]
        );
        await chain.TransactionsAsync(130, [.. Claim(ClaimKind.Phala, Dan, 1, 0, DanReceiver, byAdmin: null)]);
        await chain.TransactionsAsync(131, [.. Claim(ClaimKind.Phala, DanToo, 1, 0, DanReceiver, byAdmin: false)]);
        await chain.TransactionsAsync(
            132,
            [.. Claim(ClaimKind.Phala, Eve, 1, 0, Safe, byAdmin: false, reason: NotMergedReason.Contract)],
            [.. Claim(ClaimKind.Phala, Fay, 1, 0, Safe, byAdmin: false, reason: NotMergedReason.Contract)],
            [.. Claim(ClaimKind.Phala, Gus, 1, 0, Exchange, byAdmin: false, reason: NotMergedReason.Labelled)]
        );
        await chain.TransactionsAsync(133, [.. Claim(ClaimKind.Phala, Hal, 1, 0, HalReceiver, byAdmin: false)]);
    }

    private static async Task LayerTwoAsync(Chain chain)
    {
        await chain.TransactionsAsync(
            200,
            [Move(CatL1, StakeEventKind.BridgeIn, 2), Transfer(BridgeSide.Finalized, 200, 1, CatL1, CatL1, 2)],
            [Move(CatL2, StakeEventKind.BridgeIn, 1), Transfer(BridgeSide.Finalized, 200, 3, Stranger, CatL2, 1)],
            [Move(CatL2, StakeEventKind.BridgeIn, 30), Transfer(BridgeSide.Finalized, 200, 5, Claimer, CatL2, 30)],
            [Move(Stranger, StakeEventKind.BridgeIn, 1), Transfer(BridgeSide.Finalized, 200, 7, CatL1, Stranger, 1)]
        );
    }

    private static StakeEvent Stake(
        AccountId account,
        StakeEventKind kind,
        long amount = 0,
        long shares = 0,
        AccountId? other = null
    ) =>
        new()
        {
            Account = account,
            Kind = kind,
            Amount = Story.Pha(amount),
            Shares = Story.Pha(shares),
            Counterparty = other,
        };

    private static StakeEvent Move(AccountId account, StakeEventKind kind, long shares, AccountId? other = null) =>
        Stake(account, kind, shares: shares, other: other);

    private static VoteEvent Vote(VoteAction action, VoteChoice choice, long balance) =>
        new()
        {
            ProposalId = Referendum,
            Voter = Cat,
            Action = action,
            Choice = choice,
            Balance = Story.Pha(balance),
        };

    private static IEnumerable<Change> Claim(
        ClaimKind kind,
        AccountId user,
        long free,
        long shares,
        AccountId receiver,
        bool? byAdmin,
        AccountId? l2 = null,
        NotMergedReason? reason = null
    )
    {
        yield return new Claim
        {
            Kind = kind,
            Contract = Claimer,
            User = user.ClaimUser(),
            Free = Story.Pha(free),
            StakedShares = Story.Pha(shares),
            Receiver = receiver,
            L2Receiver = l2,
            ByAdmin = byAdmin,
        };
        yield return Link(receiver, kind == ClaimKind.Khala ? AccountLinkKind.KhalaClaim : AccountLinkKind.PhalaClaim);
        if (l2 is { } bridged)
        {
            yield return Link(bridged, AccountLinkKind.PhalaClaimBridged);
        }

        AccountLink Link(AccountId to, AccountLinkKind evidence) =>
            new()
            {
                User = user.ClaimUser(),
                Account = to,
                Kind = evidence,
                NotMerged = reason,
                ByAdmin = byAdmin,
            };
    }

    private static AccountLink Moved(AccountId sender, AccountId receiver) =>
        new()
        {
            Sender = sender,
            Account = receiver,
            Kind = AccountLinkKind.BridgeMove,
            NotMerged = NotMergedReason.BridgeMove,
        };

    private static StateChange Transfer(
        BridgeSide side,
        long height,
        int index,
        AccountId sender,
        AccountId receiver,
        long amount
    ) =>
        new(
            new BridgeTransfer
            {
                EventHeight = height,
                EventIndex = index,
                Direction = BridgeDirection.Deposit,
                Side = side,
                Message = [.. sender.ToArray(), .. receiver.ToArray()],
                Number = 1,
                Token = side == BridgeSide.Initiated ? People.PhaVault : Token,
                RemoteToken = side == BridgeSide.Initiated ? Token : People.PhaVault,
                Sender = sender,
                Receiver = receiver,
                Amount = Story.Pha(amount),
                EventTime = Story.Start.AddSeconds(12 * height),
                Transaction = Chain.HashOf(200 + Ordinal(height, index)),
            }
        );

    /// <summary>The transaction of the block that the event is in.</summary>
    private static long Ordinal(long height, int index) =>
        height == 200 ? index / 2
        : index < 2 ? 0
        : index / 3;

    private static AccountId Substrate(byte seed) => new(Bytes(AccountId.SubstrateLength, seed));

    private static AccountId Evm(byte seed) => new(Bytes(AccountId.EvmLength, seed));

    private static byte[] Bytes(int length, byte seed) =>
        [.. Enumerable.Range(0, length).Select(index => (byte)(seed + (index * 29)))];
}
