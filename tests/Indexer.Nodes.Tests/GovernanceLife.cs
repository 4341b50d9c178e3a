using System.Numerics;
using System.Text.Json;
using Indexer.Domain;

namespace Indexer.Nodes.Tests;

/// <summary>What people do with the governors of a lab: first the edges of the rules, then anything at random.</summary>
public sealed class GovernanceLife(GovernanceLab lab, int seed)
{
    private const int People = 6;
    private static readonly BigInteger Quorum = 100 * BigInteger.Pow(10, 18);
    private readonly Random random = new(seed);
    private readonly Dictionary<AccountId, int> made = [];

    /// <summary>
    /// Hands out ten quorums of tokens so that the first is one unit short of the quorum, the second has that unit, the third
    /// is as strong as the first, and the fifth votes with the rest for the fourth.
    /// </summary>
    public async Task BeginAsync()
    {
        await MintAsync(1, Quorum - 1);
        await MintAsync(2, 1);
        await MintAsync(3, Quorum - 1);
        await MintAsync(4, 7 * Quorum);
        await MintAsync(5, Quorum + 1);
        await DelegateAsync(1, 1);
        await DelegateAsync(2, 2);
        await DelegateAsync(3, 3);
        await DelegateAsync(4, 5);
        await DelegateAsync(5, 5);
    }

    /// <summary>The quorum missed by one unit and met exactly, a tie, late quorums, every end that a proposal can take.</summary>
    public async Task EdgesAsync()
    {
        var governor = lab.Timelocked;
        var (missed, met, tied, late) = (Next(governor), Next(governor), Next(governor), Next(governor));
        foreach (var number in new[] { missed, met, tied, late })
        {
            await SendAsync(1, governor, "proposeNumber(uint256 number)", number);
        }

        await lab.UntilVotingAsync();
        await TogetherAsync(
            Vote(1, governor, missed, 1),
            Vote(1, governor, met, 1),
            Vote(2, governor, met, 2),
            Vote(1, governor, tied, 1),
            Vote(3, governor, tied, 0),
            Vote(2, governor, tied, 2)
        );
        if (!lab.ByTime)
        {
            await lab.Node.MineAsync(5);
        }
        else
        {
            await lab.Node.WarpAsync(100);
        }

        await TogetherAsync(Vote(5, governor, late, 1), Transfer(5, 6, Quorum / 3), LetVote(4, 4));
        await lab.UntilDecidedAsync();
        await SendAsync(1, governor, "queueNumber(uint256 number)", met);
        await SendAsync(1, governor, "queueNumber(uint256 number)", late);
        await SendAsync(1, lab.Timelock, "cancelAlone(address governor, uint256 number)", governor, late);
        await lab.UntilExecutableAsync();
        await SendAsync(2, governor, "executeNumber(uint256 number)", met);
        await DelegateAsync(4, 5);

        var (alone, early) = (Next(governor), Next(governor));
        await SendAsync(1, governor, "proposeNumber(uint256 number)", alone);
        await lab.UntilVotingAsync();
        await SendAsync(Vote(5, governor, alone, 1));
        await SendAsync(1, governor, "proposeNumber(uint256 number)", early);
        await SendAsync(1, governor, "cancelNumber(uint256 number)", early);
        await lab.UntilDecidedAsync();
        await SendAsync(1, governor, "queueNumber(uint256 number)", alone);
        await lab.UntilExecutableAsync();
        await SendAsync(1, lab.Timelock, "executeAlone(address governor, uint256 number)", governor, alone);
        await FractionsAsync();
        await OverridesAsync();
        if (!lab.ByTime)
        {
            await CompoundAsync(lab.Bravo, "castVote(uint256 id, uint8 support)", 1, 0);
            await CompoundAsync(lab.Alpha, "castVote(uint256 id, bool support)", true, false);
        }
    }

    /// <summary>A proposal gives the governor another timelock while another waits in the one before, where it is forgotten.</summary>
    public async Task ChangeTimelockAsync()
    {
        const int Change = 1_000;
        var (governor, waiting) = (lab.Timelocked, Next(lab.Timelocked));
        foreach (var number in new[] { waiting, Change })
        {
            await SendAsync(1, governor, "proposeNumber(uint256 number)", number);
        }

        await lab.UntilVotingAsync();
        await DecideAsync(waiting);
        await DecideAsync(Change);
        await lab.UntilDecidedAsync();
        await SendAsync(1, governor, "queueNumber(uint256 number)", waiting);
        await SendAsync(1, governor, "queueNumber(uint256 number)", Change);
        await lab.UntilExecutableAsync();
        await SendAsync(1, governor, "executeNumber(uint256 number)", Change);

        Task DecideAsync(int number) =>
            TogetherAsync([.. Enumerable.Range(1, People).Select(who => Vote(who, governor, number, 1))]);
    }

    /// <summary>Goes on at random: blocks of several calls, of which some revert, and pauses.</summary>
    public async Task GoOnAsync(int steps)
    {
        for (var i = 0; i < steps; i++)
        {
            await TogetherAsync([.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => Next())]);
            if (random.Next(3) == 0)
            {
                await (
                    lab.ByTime || random.Next(3) == 0
                        ? lab.Node.WarpAsync(random.Next(1, 60))
                        : lab.Node.MineAsync(random.Next(1, 6))
                );
            }
        }
    }

    /// <summary>Something that somebody may try.</summary>
    public LabCall Next()
    {
        var who = random.Next(1, People + 1);
        var governors = lab.Governors.ToList();
        var (governor, role) = governors[random.Next(governors.Count)];
        var number = Math.Max(1, made.GetValueOrDefault(governor) - random.Next(4)) - (role == "governor" ? 1 : 0);
        return random.Next(20) switch
        {
            0 => Transfer(who, random.Next(1, People + 1), Quorum * random.Next(100) / 99),
            1 => LetVote(who, random.Next(1, People + 1)),
            2 => Call(0, lab.Token, "mint(address to, uint256 value)", lab.Accounts[who], Quorum / 7),
            3 => Call(0, lab.Token, "burn(address from, uint256 value)", lab.Accounts[who], Quorum / 9),
            < 7 => role == "governor"
                ? Call(who, governor, "proposeNumber(uint256 number)", Next(governor))
                : ProposeNext(who, governor),
            7 when role == "governor" => Call(who, governor, "cancelNumber(uint256 number)", number),
            7 => Call(who, governor, "cancel(uint256 id)", number),
            < 10 => Act(who, governor, role, "queue", number),
            10 or 11 => Act(who, governor, role, "execute", number),
            12 when governor == lab.Timelocked => Call(
                who,
                governor,
                "setQuorumNumerator(uint256 value)",
                random.Next(5, 20)
            ),
            12 => Call(
                who,
                lab.Timelock,
                "cancelAlone(address governor, uint256 number)",
                lab.Timelocked,
                Math.Max(0, made.GetValueOrDefault(lab.Timelocked) - random.Next(1, 5))
            ),
            13 when governor == lab.Overridable => Override(who, number, random.Next(3)),
            13 or 14 when governor == lab.Fractional => Parts(
                who,
                number,
                Quorum * random.Next(10) / 20,
                Quorum * random.Next(10) / 20,
                Quorum * random.Next(3) / 20
            ),
            _ => role == "governor-alpha"
                ? Call(who, governor, "castVote(uint256 id, bool support)", number, random.Next(3) > 0)
            : role == "governor-bravo"
                ? Call(who, governor, "castVote(uint256 id, uint8 support)", number, random.Next(3))
            : Vote(who, governor, number, random.Next(4) == 0 ? random.Next(3) : 1),
        };
    }

    private async Task FractionsAsync()
    {
        var (parts, won) = (Next(lab.Fractional), Next(lab.Fractional));
        await SendAsync(2, lab.Fractional, "proposeNumber(uint256 number)", parts);
        await SendAsync(2, lab.Fractional, "proposeNumber(uint256 number)", won);
        await lab.UntilVotingAsync();
        await SendAsync(Parts(5, parts, Quorum, 2 * Quorum, 1));
        await SendAsync(Parts(5, parts, 0, 3, 0));
        await SendAsync(Vote(3, lab.Fractional, parts, 0));

        // More than half of the supply passes it at once.
        await SendAsync(Vote(5, lab.Fractional, won, 1));
        await SendAsync(2, lab.Fractional, "executeNumber(uint256 number)", won);
        await lab.UntilDecidedAsync();
    }

    private async Task OverridesAsync()
    {
        var (before, after) = (Next(lab.Overridable), Next(lab.Overridable));
        await SendAsync(2, lab.Overridable, "proposeNumber(uint256 number)", before);
        await SendAsync(2, lab.Overridable, "proposeNumber(uint256 number)", after);
        await lab.UntilVotingAsync();
        await TogetherAsync(
            Override(4, before, 0),
            Vote(5, lab.Overridable, before, 1),
            Vote(1, lab.Overridable, before, 0),
            Vote(5, lab.Overridable, after, 1),
            Override(5, after, 2)
        );
        await SendAsync(Override(1, before, 1));
        await SendAsync(Override(4, after, 1));
        await lab.UntilDecidedAsync();
        await SendAsync(2, lab.Overridable, "queueNumber(uint256 number)", after);
        await lab.UntilExpiredAsync();
    }

    private async Task CompoundAsync(AccountId governor, string castVote, object aye, object nay)
    {
        var (missed, met, expired) = (1, 2, 3);
        for (var id = missed; id <= expired; id++)
        {
            await SendAsync(ProposeNext(1, governor));
        }

        await lab.Node.MineAsync(1);
        await TogetherAsync(
            Call(1, governor, castVote, missed, aye),
            Call(3, governor, castVote, met, nay),
            Call(5, governor, castVote, met, aye),
            Call(5, governor, castVote, expired, aye)
        );
        await lab.UntilDecidedAsync();
        await TogetherAsync(
            Call(1, governor, "queue(uint256 id)", met),
            Call(1, governor, "queue(uint256 id)", expired)
        );
        await lab.UntilExecutableAsync();
        await SendAsync(2, governor, "execute(uint256 id)", met);
        await lab.UntilExpiredAsync();
        await SendAsync(2, governor, "cancel(uint256 id)", missed);
    }

    private LabCall Act(int who, AccountId governor, string role, string action, int number) =>
        role == "governor"
            ? Call(who, governor, $"{action}Number(uint256 number)", number)
            : Call(who, governor, $"{action}(uint256 id)", number);

    private LabCall Vote(int who, AccountId governor, int number, int support) =>
        Call(who, governor, "voteOn(uint256 number, uint8 support)", number, support);

    private LabCall Parts(int who, int number, BigInteger against, BigInteger inFavour, BigInteger abstaining) =>
        Call(
            who,
            lab.Fractional,
            "voteInParts(uint256 number, uint128 against, uint128 for_, uint128 abstain)",
            number,
            against,
            inFavour,
            abstaining
        );

    private LabCall Override(int who, int number, int support) =>
        Call(who, lab.Overridable, "overrideVoteOn(uint256 number, uint8 support)", number, support);

    private LabCall Transfer(int from, int to, BigInteger value) =>
        Call(from, lab.Token, "transfer(address to, uint256 value)", lab.Accounts[to], value);

    private LabCall LetVote(int from, int to) => Call(from, lab.Token, "delegate(address delegatee)", lab.Accounts[to]);

    private LabCall Call(int from, AccountId to, string function, params object[] arguments) =>
        new(lab.Accounts[from], to, function, arguments);

    private Task<JsonElement> DelegateAsync(int from, int to) => SendAsync(LetVote(from, to));

    private Task<JsonElement> MintAsync(int to, BigInteger value) =>
        SendAsync(Call(0, lab.Token, "mint(address to, uint256 value)", lab.Accounts[to], value));

    private Task<JsonElement> SendAsync(int from, AccountId to, string function, params object[] arguments) =>
        SendAsync(Call(from, to, function, arguments));

    private Task<JsonElement> SendAsync(LabCall call) => lab.Node.SendAsync(call);

    private Task TogetherAsync(params LabCall[] calls) => lab.Node.SendTogetherAsync(calls);

    /// <summary>The number of the next proposal.</summary>
    private int Next(AccountId governor) => (made[governor] = made.GetValueOrDefault(governor) + 1) - 1;

    /// <summary>A proposal of a governor that numbers them itself, from 1.</summary>
    private LabCall ProposeNext(int who, AccountId governor)
    {
        Next(governor);
        return Call(who, governor, "proposeNext()");
    }
}
