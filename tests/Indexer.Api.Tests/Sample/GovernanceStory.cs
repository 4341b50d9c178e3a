using Indexer.Domain;
using Indexer.Storage;

namespace Indexer.Api.Tests.Sample;

/// <summary>
/// Governance in the sample. Khala: a public proposal becomes referendum 5, which Ann and Bob vote on, also with wrapped
/// PHA and for Owner, who delegates to one and then the other; it is rejected a day later. A motion of the council fails
/// in its execution. Phala L2: a Governor proposal is executed, another one cancelled; a Snapshot proposal is closed.
/// Referendum 6 and a second Snapshot proposal are open at the end.
/// </summary>
internal static class GovernanceStory
{
    public const string Referendum = "referendum/5";
    public const string Governor = "governor/0xe1fe1b38557289acc9e603203d5a7794b1ceeb08/1";
    public const string Snapshot = "snapshot/0x98";
    public const string MotionHash = "0x4d0f";
    private const string Cancelled = "governor/0xe1fe1b38557289acc9e603203d5a7794b1ceeb08/2";

    public static DateTimeOffset TimeOf(long height) => Story.Start.AddSeconds(12 * height);

    public static async Task TellAsync(LedgerWriter writer)
    {
        await KhalaAsync(new Chain(writer, "khala", Story.Start));
        await LayerTwoAsync(new Chain(writer, "phala-l2", Story.Start));
    }

    private static async Task KhalaAsync(Chain chain)
    {
        await chain.BlockAsync(
            1,
            Seat(CollectiveBody.Council, People.Owner, CollectiveRole.Member, 100),
            Seat(CollectiveBody.Council, People.Bob, CollectiveRole.RunnerUp, 60),
            Seat(CollectiveBody.TechnicalCommittee, People.Bob, CollectiveRole.Member, 0),
            new StateChange(
                new ElectionVote
                {
                    Voter = People.Ann,
                    Candidates = $"{People.Owner},{People.Bob}",
                    Stake = Story.Pha(40),
                }
            )
        );
        await chain.BlockAsync(
            2,
            [
                .. New("referendum/4", ProposalSystem.Referendum, People.Owner, ProposalStatus.Passed, endHeight: 0),
                .. New("public-proposal/3", ProposalSystem.PublicProposal, People.Bob, ProposalStatus.Active),
                Step("public-proposal/3", ProposalEventKind.Proposed, ProposalStatus.Active, People.Bob, 10),
            ]
        );
        await chain.BlockAsync(
            3,
            [
                .. New(
                    "council/7",
                    ProposalSystem.CouncilMotion,
                    People.Owner,
                    ProposalStatus.Active,
                    hash: MotionHash
                ),
                Ballot("council/7", People.Owner, VoteAction.Cast, VoteChoice.Aye, 1, ayes: 1),
                Step("council/7", ProposalEventKind.Proposed, ProposalStatus.Active, People.Owner),
            ]
        );
        await chain.BlockAsync(
            4,
            [
                .. New(Referendum, ProposalSystem.Referendum, People.Bob, ProposalStatus.Active, 7210, 1000),
                new StateChange(
                    new ProposalText
                    {
                        ProposalId = Referendum,
                        Title = "Raise the cap",
                        Body = "100 % of the *pools* agree.",
                        CallHash = "0xca11",
                    }
                ),
                new StateChange(
                    chain.State.Governance.Proposal("public-proposal/3") with
                    {
                        Status = ProposalStatus.Tabled,
                    }
                ),
                Step("public-proposal/3", ProposalEventKind.Tabled, ProposalStatus.Tabled),
                Step(Referendum, ProposalEventKind.Started, ProposalStatus.Active),
                new ProposalLink
                {
                    ProposalId = "public-proposal/3",
                    TargetId = Referendum,
                    Kind = ProposalLinkKind.BecameReferendum,
                },
            ]
        );
        await VoteAsync(chain);
        await EndAsync(chain);
    }

    private static async Task VoteAsync(Chain chain)
    {
        await chain.BlockAsync(
            5,
            Ballot(Referendum, People.Ann, VoteAction.Cast, VoteChoice.Aye, 100, ayes: 100) with
            {
                Conviction = 1,
            },
            Ballot(Referendum, People.Bob, VoteAction.Cast, VoteChoice.Nay, 50, nays: 5) with
            {
                Conviction = 0,
            }
        );
        await chain.BlockAsync(
            6,
            Ballot(Referendum, People.Ann, VoteAction.Replaced, VoteChoice.Nay, 60, nays: 120) with
            {
                Conviction = 2,
            }
        );
        await chain.BlockAsync(
            7,
            Ballot(Referendum, People.PoolAccount, VoteAction.Cast, VoteChoice.Split, 30, ayes: 3) with
            {
                Kind = VoteKind.Aggregate,
            },
            Ballot(Referendum, People.Ann, VoteAction.Cast, VoteChoice.Aye, 30, ayes: 3) with
            {
                Kind = VoteKind.Wrapped,
            }
        );
        await DelegateAsync(chain);
    }

    private static async Task DelegateAsync(Chain chain)
    {
        await chain.BlockAsync(
            8,
            Delegation(People.Bob),
            Ballot(
                Referendum,
                People.Bob,
                VoteAction.DelegationChanged,
                VoteChoice.Nay,
                50,
                nays: 25,
                delegated: 20
            ) with
            {
                Conviction = 0,
            }
        );
        await chain.BlockAsync(
            9,
            Delegation(People.Ann),
            Ballot(Referendum, People.Bob, VoteAction.DelegationChanged, VoteChoice.Nay, 50, nays: 5) with
            {
                Conviction = 0,
            },
            Ballot(
                Referendum,
                People.Ann,
                VoteAction.DelegationChanged,
                VoteChoice.Nay,
                60,
                nays: 140,
                delegated: 20
            ) with
            {
                Conviction = 2,
            }
        );
        await chain.BlockAsync(10, Ballot(Referendum, People.Bob, VoteAction.Removed, VoteChoice.Nay, 50, nays: 5));
        await chain.BlockAsync(
            7200,
            Ballot(Referendum, People.Bob, VoteAction.Cast, VoteChoice.Aye, 10, ayes: 10) with
            {
                Conviction = 1,
            }
        );
    }

    private static async Task EndAsync(Chain chain)
    {
        await chain.BlockAsync(
            7210,
            new StateChange(
                chain.State.Governance.Proposal(Referendum) with
                {
                    Status = ProposalStatus.Rejected,
                    StatedAyes = Story.Pha(13),
                    StatedTurnout = Story.Pha(121),
                }
            ),
            Step(Referendum, ProposalEventKind.Rejected, ProposalStatus.Rejected),
            Comparison(ReconciliationCheck.Ayes, 13, 13, reason: null),
            Comparison(ReconciliationCheck.Turnout, 121, 120, "a vote before the first indexed block")
        );
        await chain.BlockAsync(
            7211,
            [
                .. New("referendum/6", ProposalSystem.Referendum, People.Owner, ProposalStatus.Active, 14_400, 1000),
                new StateChange(chain.State.Governance.Proposal("council/7") with { Status = ProposalStatus.Failed }),
                Step("council/7", ProposalEventKind.Executed, ProposalStatus.Failed) with
                {
                    Error = "Balances.InsufficientBalance",
                },
                Seat(CollectiveBody.Council, People.Bob, CollectiveRole.Member, 60),
                new StateChange(
                    new CollectiveMember
                    {
                        Body = CollectiveBody.Council,
                        Account = People.Owner,
                        Role = CollectiveRole.Member,
                    },
                    Ends: true
                ),
                new StateChange(
                    new VoteDelegation
                    {
                        Scope = "democracy",
                        Delegator = People.Owner,
                        Delegate = People.Ann,
                    },
                    Ends: true
                ),
            ]
        );
        await chain.BlockAsync(
            7212,
            Ballot(Referendum, People.Ann, VoteAction.Unlocked, VoteChoice.Nay, 60, nays: 140, delegated: 20)
        );
    }

    private static async Task LayerTwoAsync(Chain chain)
    {
        await chain.BlockAsync(
            290,
            [
                .. New(Governor, ProposalSystem.Governor, People.AnnReceiver, ProposalStatus.Active, 300, 500),
                .. New(Cancelled, ProposalSystem.Governor, People.AnnReceiver, ProposalStatus.Cancelled, 300, 500),
                .. New(Snapshot, ProposalSystem.Snapshot, People.UnseenReceiver, ProposalStatus.Active, 400, 400),
                Choice(1, "Burn"),
                Choice(2, "Keep"),
                Step(Governor, ProposalEventKind.Proposed, ProposalStatus.Active, People.AnnReceiver),
            ]
        );
        await chain.BlockAsync(
            295,
            Ballot(Governor, People.AnnReceiver, VoteAction.Cast, VoteChoice.Aye, 70, ayes: 70) with
            {
                Reason = "It is time.",
            },
            Ballot(Governor, People.UnseenReceiver, VoteAction.Cast, VoteChoice.Abstain, 30, abstains: 30),
            Ballot(Snapshot, People.UnseenReceiver, VoteAction.Cast, VoteChoice.Other, 30, others: 30) with
            {
                Selection = "2",
                NativeId = "0xb1",
            }
        );
        await chain.BlockAsync(
            301,
            new StateChange(chain.State.Governance.Proposal(Governor) with { Status = ProposalStatus.Executed }),
            Step(Governor, ProposalEventKind.Executed, ProposalStatus.Executed)
        );
        await chain.BlockAsync(
            401,
            [
                new StateChange(chain.State.Governance.Proposal(Snapshot) with { Status = ProposalStatus.Closed }),
                Choice(2, "Keep", 30),
                Step(Snapshot, ProposalEventKind.Closed, ProposalStatus.Closed),
                .. New("snapshot/0x99", ProposalSystem.Snapshot, People.UnseenReceiver, ProposalStatus.Active, 9000),
            ]
        );
        await chain.FinalizeAsync(300);
    }

    private static IEnumerable<Change> New(
        string id,
        ProposalSystem system,
        AccountId proposer,
        ProposalStatus status,
        long? endHeight = null,
        long? electorate = null,
        string? hash = null
    )
    {
        yield return new Proposal
        {
            Id = id,
            System = system,
            NativeId = id[(id.LastIndexOf('/') + 1)..],
            Space = system == ProposalSystem.Snapshot ? "phala-network.eth" : null,
            Proposer = proposer,
        };
        yield return new StateChange(
            new ProposalState
            {
                ProposalId = id,
                Status = status,
                EndHeight = endHeight,
                EndTime = endHeight is { } height ? TimeOf(height) : null,
                Electorate = electorate is { } supply ? Story.Pha(supply) : null,
                ElectorateKind = electorate is null ? null : ElectorateKind.TotalIssuance,
                Hash = hash,
            }
        );
    }

    private static VoteEvent Ballot(
        string proposal,
        AccountId voter,
        VoteAction action,
        VoteChoice choice,
        long balance,
        long ayes = 0,
        long nays = 0,
        long abstains = 0,
        long others = 0,
        long delegated = 0
    ) =>
        new()
        {
            ProposalId = proposal,
            Voter = voter,
            Action = action,
            Choice = choice,
            Balance = Story.Pha(balance),
            Ayes = Story.Pha(ayes),
            Nays = Story.Pha(nays),
            Abstains = Story.Pha(abstains),
            Others = Story.Pha(others),
            DelegatedWeight = Story.Pha(delegated),
            DelegatedBalance = Story.Pha(delegated),
        };

    private static ProposalEvent Step(
        string proposal,
        ProposalEventKind kind,
        ProposalStatus status,
        AccountId? account = null,
        long? amount = null
    ) =>
        new()
        {
            ProposalId = proposal,
            Kind = kind,
            Status = status,
            Account = account,
            Amount = amount is { } pha ? Story.Pha(pha) : null,
        };

    private static Reconciliation Comparison(ReconciliationCheck check, long stated, long found, string? reason) =>
        new()
        {
            ProposalId = Referendum,
            Check = check,
            Source = "Democracy.ReferendumInfoOf",
            Stated = Story.Pha(stated),
            Found = Story.Pha(found),
            Reason = reason,
        };

    private static StateChange Seat(CollectiveBody body, AccountId account, CollectiveRole role, long backing) =>
        new(
            new CollectiveMember
            {
                Body = body,
                Account = account,
                Role = role,
                Backing = Story.Pha(backing),
            }
        );

    private static StateChange Delegation(AccountId to) =>
        new(
            new VoteDelegation
            {
                Scope = "democracy",
                Delegator = People.Owner,
                Delegate = to,
                Balance = Story.Pha(20),
                Conviction = 1,
            }
        );

    private static StateChange Choice(int number, string label, long weight = 0) =>
        new(
            new ProposalChoice
            {
                ProposalId = Snapshot,
                Choice = number,
                Label = label,
                Weight = Story.Pha(weight),
            }
        );
}
