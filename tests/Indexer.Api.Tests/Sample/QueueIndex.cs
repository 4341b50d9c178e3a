using Indexer.Domain;
using Indexer.Storage;

namespace Indexer.Api.Tests.Sample;

/// <summary>The sample, in which Bob and Ann leave a pool and a vault, and have wrapped PHA behind votes.</summary>
public sealed class QueueIndex : SampleIndex
{
    private static readonly DateTimeOffset Start = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private protected override async Task TellAsync(IndexerDbContext context, LedgerWriter writer)
    {
        await base.TellAsync(context, writer);
        var chain = await Chain.ContinueAsync(writer, context, "phala", Start);
        await chain.BlockAsync(
            14,
            new StateChange(Nft("1", 3, People.Ann, Pha(100), queuedAt: null, withdrawalOf: null)),
            new StateChange(Nft("1", 5, People.Owner, Pha(200), Start.AddDays(1), People.Bob)),
            new StateChange(Nft("1", 4, People.Owner, Pha(50), Start, People.Ann)),
            new StateChange(Nft("2", 1, People.Owner, Pha(30), Start, People.Bob)),
            new StateChange(new WrappedBalance { Account = People.Bob, Balance = Pha(40) }),
            new StateChange(Vote("referendum-1", Pha(60), isUnlocked: true)),
            new StateChange(Vote("referendum-2", Pha(25), isUnlocked: false)),
            new StateChange(Vote("referendum-3", Pha(35), isUnlocked: false))
        );
        await chain.BlockAsync(
            15,
            new StateChange(Nft("1", 4, People.Owner, Pha(0), Start, People.Ann), Ends: true),
            new StateChange(new WrappedBalance { Account = People.Bob, Balance = Pha(15) }),
            new StateChange(Vote("referendum-3", Pha(35), isUnlocked: true))
        );
    }

    private static Pha Pha(long amount) => new(amount * Domain.Pha.UnitsPerPha);

    private static DelegationNft Nft(
        string poolId,
        long nftId,
        AccountId owner,
        Pha shares,
        DateTimeOffset? queuedAt,
        AccountId? withdrawalOf
    ) =>
        new()
        {
            PoolId = poolId,
            CollectionId = 100 + long.Parse(poolId),
            NftId = nftId,
            Owner = owner,
            Shares = shares,
            MintedAt = Start.AddMinutes(nftId),
            QueuedAt = queuedAt,
            WithdrawalOf = withdrawalOf,
        };

    private static Vote Vote(string proposal, Pha balance, bool isUnlocked) =>
        new()
        {
            ProposalId = proposal,
            Voter = People.Bob,
            Kind = VoteKind.Wrapped,
            Choice = VoteChoice.Aye,
            Balance = balance,
            Counts = true,
            CastHeight = 14,
            CastIndex = 0,
            CastTime = Start,
            IsUnlocked = isUnlocked,
        };
}
