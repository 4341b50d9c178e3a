using System.Numerics;
using System.Text.Json;
using Indexer.Domain;
using Indexer.Storage;

namespace Indexer.Nodes.Tests;

/// <summary>A claim on the EVM chain and its Substrate account on another network make one holder, whichever is indexed first.</summary>
public sealed class HolderTests
{
    private static readonly AccountId Substrate = new([
        .. Enumerable.Range(1, AccountId.SubstrateLength).Select(i => (byte)i),
    ]);
    private static readonly AccountId User = new(Substrate.ClaimUser());

    [Fact]
    public async Task The_Substrate_account_joins_the_receivers_of_its_claims_when_it_appears()
    {
        await using var node = await AnvilNode.StartAsync("--slots-in-an-epoch", "1");
        var lab = await DeployAsync(node);
        var (receiver, l2Receiver) = (lab.Accounts[5], lab.Accounts[6]);
        await ClaimAsync(lab, receiver);
        await BridgeAsync(lab, receiver, l2Receiver);
        await node.MineAsync(2);

        await using var evmFirst = await ChainIndex.CreateAsync();
        await evmFirst.RunAsync(ChainIndex.Network(lab));
        var alone = await HoldersAsync(evmFirst);
        Assert.DoesNotContain(Substrate, alone.Keys);
        Assert.Equal(
            (alone[l2Receiver], receiver < l2Receiver ? receiver : l2Receiver),
            (alone[receiver], alone[receiver])
        );

        await AppearAsync(evmFirst);
        var joined = await HoldersAsync(evmFirst);
        Assert.All([Substrate, receiver, l2Receiver], account => Assert.Equal(Substrate, joined[account]));
        Assert.All(
            joined.Where(entry => entry.Key != Substrate && entry.Key != receiver && entry.Key != l2Receiver),
            entry => Assert.Equal(entry.Key, entry.Value)
        );

        await using var substrateFirst = await ChainIndex.CreateAsync();
        await AppearAsync(substrateFirst);
        Assert.Equal(Substrate, Assert.Single(await HoldersAsync(substrateFirst)).Value);
        await substrateFirst.RunAsync(ChainIndex.Network(lab));
        Assert.Equal(await evmFirst.DumpAsync(), await substrateFirst.DumpAsync());
    }

    [Fact]
    public async Task A_claim_that_a_fork_removes_separates_its_accounts_again()
    {
        await using var node = await AnvilNode.StartAsync();
        var lab = await DeployAsync(node);
        var (receiver, l2Receiver) = (lab.Accounts[5], lab.Accounts[6]);
        await ClaimAsync(lab, receiver);
        await using var index = await ChainIndex.CreateAsync();
        await AppearAsync(index);
        await using var following = index.Follow(ChainIndex.Network(lab));
        await following.UntilHeadAsync(node);
        var before = await HoldersAsync(index);

        await BridgeAsync(lab, l2Receiver, l2Receiver);
        await following.UntilHeadAsync(node);
        Assert.Equal(Substrate, (await HoldersAsync(index))[l2Receiver]);

        await node.ReorgAsync(1);
        await following.UntilHeadAsync(node);
        Assert.Equal(before, await HoldersAsync(index));
        Assert.Equal((Substrate, false), (before[receiver], before.ContainsKey(l2Receiver)));
    }

    [Fact]
    public async Task A_receiver_with_code_makes_no_holder_and_one_that_lends_it_does()
    {
        await using var node = await AnvilNode.StartAsync("--slots-in-an-epoch", "1");
        var lab = await DeployAsync(node);
        var (wallet, delegating) = (await lab.DeployWalletAsync(), lab.Accounts[7]);
        var (first, second) = (Account(0x71), Account(0x72));
        await node.Rpc.CallAsync("anvil_setCode", [delegating.ToString(), $"0xef0100{wallet.ToString()[2..]}"]);
        await SignedAsync(lab, first, wallet);
        await SignedAsync(lab, second, wallet);
        await lab.Node.SendAsync(lab.Accounts[0], lab.PhalaClaimer, AdminBridge, second, 1, 1, delegating, wallet);
        await node.MineAsync(2);

        await using var index = await ChainIndex.CreateAsync();
        await index.RunAsync(ChainIndex.Network(lab));

        Assert.Equal(
            [
                (first, wallet, NotMergedReason.Contract),
                (second, wallet, NotMergedReason.Contract),
                (second, delegating, (NotMergedReason?)null),
                (second, wallet, NotMergedReason.Contract),
            ],
            (await index.RowsAsync<AccountLink>())
                .OrderBy(link => (link.Height, link.Index, link.Ordinal))
                .Select(link => (new AccountId(link.User!), link.Account, link.NotMerged))
        );
        var holders = (await index.RowsAsync<HolderAccount>()).ToDictionary(row => row.Address);
        Assert.Equal(wallet, holders[wallet].Holder);
        Assert.Equal(second.ToArray(), holders[delegating].HolderId);
    }

    [Fact]
    public async Task A_claim_says_who_sent_it()
    {
        await using var node = await AnvilNode.StartAsync("--slots-in-an-epoch", "1");
        var lab = await DeployAsync(node);
        var (team, receiver) = (lab.Accounts[0], lab.Accounts[5]);
        var wallet = await lab.DeployWalletAsync();
        await SignedAsync(lab, Account(0x71), receiver);
        await lab.Node.SendAsync(team, lab.Claimer, Admin, Account(0x72), 1, 1, receiver);
        await lab.Node.SendAsync(team, lab.PhalaClaimer, AdminBridge, Account(0x73), 1, 1, receiver, lab.Accounts[6]);
        await lab.Node.SendAsync(
            lab.Accounts[1],
            wallet,
            "execute(address to, bytes data)",
            lab.Claimer,
            Convert.FromHexString(LabAbi.Call(Admin, Account(0x74), 1, 1, receiver).AsSpan(2))
        );
        await ClaimAsync(lab, receiver);
        await node.MineAsync(2);

        await using var index = await ChainIndex.CreateAsync();
        await index.RunAsync(ChainIndex.Network(lab));

        Assert.Equal(
            [false, true, true, null, (bool?)null],
            (await index.RowsAsync<Claim>()).OrderBy(claim => claim.Height).Select(claim => claim.ByAdmin)
        );
    }

    private const string Admin = "adminClaim(address user, uint256 free, uint256 staked, address receiver)";

    private const string AdminBridge =
        "adminClaim(address user, uint256 free, uint256 staked, address l1Receiver, address l2Receiver)";

    private static Task<JsonElement> SignedAsync(PhalaLab lab, AccountId user, AccountId receiver) =>
        lab.Node.SendAsync(
            lab.Accounts[1],
            lab.Claimer,
            "claim(address user, uint256 free, uint256 staked, address receiver, bytes signature)",
            user,
            1,
            1,
            receiver,
            new byte[65]
        );

    private static AccountId Account(byte of) => new([.. Enumerable.Repeat(of, AccountId.EvmLength)]);

    private static async Task<PhalaLab> DeployAsync(AnvilNode node)
    {
        var lab = await PhalaLab.DeployAsync(node, rewardRate: 0, unlockPeriod: 10, holders: 1);
        await lab.FundAsync(lab.Claimer, 1_000, 1_000);
        await lab.FundAsync(lab.PhalaClaimer, 1_000, 1_000);
        return lab;
    }

    private static Task<JsonElement> ClaimAsync(PhalaLab lab, AccountId receiver) =>
        lab.Node.SendAsync(
            lab.Accounts[0],
            lab.Claimer,
            "claim(address user, uint256 free, uint256 staked, address receiver)",
            User,
            BigInteger.One,
            2,
            receiver
        );

    private static Task<JsonElement> BridgeAsync(PhalaLab lab, AccountId l1Receiver, AccountId l2Receiver) =>
        lab.Node.SendAsync(
            lab.Accounts[0],
            lab.PhalaClaimer,
            "claimAndBridge(address user, uint256 free, uint256 staked, address l1Receiver, address l2Receiver)",
            User,
            3,
            4,
            l1Receiver,
            l2Receiver
        );

    /// <summary>Commits a block of another network that names the Substrate account.</summary>
    private static async Task AppearAsync(ChainIndex index)
    {
        var header = new BlockHeader(7, new byte[32], new byte[32], DateTimeOffset.UnixEpoch, SpecVersion: 1);
        await using (var context = index.Open())
        {
            await context.RegisterAsync(
                new Network
                {
                    Name = "khala",
                    Kind = NetworkKind.Substrate,
                    GenesisHash = new byte[32],
                    StartBlock = 0,
                },
                CancellationToken.None
            );
        }

        var ledger = new NetworkLedger("khala");
        ledger.Apply(
            new StakeEvent { Account = Substrate, Kind = StakeEventKind.Wrapped },
            new EventPlace(header, 0, Transaction: null, Extrinsic: 1)
        );
        ledger.EndBlock(header.Height);
        var cursor = new Cursor
        {
            Network = "khala",
            Height = header.Height,
            Hash = header.Hash,
            Time = header.Time,
            Events = 1,
            Entries = 1,
            FinalizedHeight = header.Height,
        };
        var block = new Block
        {
            Network = "khala",
            Height = header.Height,
            Hash = header.Hash,
            ParentHash = header.ParentHash,
            Time = header.Time,
            SpecVersion = header.SpecVersion,
            Events = 1,
        };
        await index.Writer.CommitAsync(
            new CommitBatch(Before: null, cursor, header.Height, [block], ledger),
            held: null,
            CancellationToken.None
        );
    }

    private static async Task<SortedDictionary<AccountId, AccountId>> HoldersAsync(ChainIndex index) =>
        new((await index.RowsAsync<HolderAccount>()).ToDictionary(row => row.Address, row => row.Holder));
}
