using System.Text.Json;
using Indexer.Addresses;
using Indexer.Api.Tests.Sample;
using Indexer.Domain;
using Indexer.Storage;

namespace Indexer.Api.Tests;

/// <summary>Identities of accounts by figures that are worked out by hand.</summary>
public sealed class IdentityTests(IdentityTests.Index index) : IClassFixture<IdentityTests.Index>
{
    private const string Fields =
        "name display email isVerified subName parent { address } judgements { registrarId registrar judgement } network fromHeight";

    [Fact]
    public async Task An_account_says_who_it_is_and_registrars_what_they_think()
    {
        var bob = await IdentityAsync(People.Bob);
        Assert.Equal(("Bob's 100% Pools_", "bob@example.org"), (bob.Text("display"), bob.Text("email")));
        Assert.True(bob.GetProperty("isVerified").GetBoolean());
        Assert.Equal(
            $$"""[{"registrarId":0,"registrar":"{{Text(People.Owner)}}","judgement":"REASONABLE"},{"registrarId":2,"registrar":null,"judgement":"FEE_PAID"}]""",
            bob.GetProperty("judgements").GetRawText()
        );
    }

    [Fact]
    public async Task What_was_changed_last_counts_where_two_networks_disagree()
    {
        Assert.Equal(("phala", "Bob's 100% Pools_"), await NetworkAndNameAsync(People.Bob, ""));
        Assert.Equal(
            ("khala", "Bobby"),
            await NetworkAndNameAsync(People.Bob, $", asOf: {{ timestamp: \"{At(0).AddSeconds(245):O}\" }}")
        );
    }

    [Fact]
    public async Task A_sub_account_is_named_below_its_parent_and_an_erroneous_judgement_verifies_nobody()
    {
        var ann = await IdentityAsync(People.Ann);
        Assert.Equal(
            ("Bob's 100% Pools_/node 1", Text(People.Bob), false),
            (ann.Text("name"), ann.GetProperty("parent").Text("address"), ann.GetProperty("isVerified").GetBoolean())
        );
        var owner = await IdentityAsync(People.Owner);
        Assert.False(owner.GetProperty("isVerified").GetBoolean());
    }

    [Theory]
    [InlineData("bOB'S", 2)]
    [InlineData("100%", 2)]
    [InlineData("10%0", 0)]
    [InlineData("pools_", 2)]
    [InlineData("node 1", 1)]
    [InlineData("бол", 1)]
    [InlineData("БОЛЬШ", 1)]
    [InlineData("bobby", 1)]
    [InlineData("owner", 0)]
    [InlineData("%", 2)]
    [InlineData("a\\", 0)]
    public async Task Accounts_are_found_by_a_part_of_their_name_in_any_case(string text, int found)
    {
        var data = await index.AskAsync(
            "query ($text: String) { accounts(search: $text) { totalCount nodes { identity { name } } } }",
            new { text }
        );
        Assert.Equal(found, data.GetProperty("accounts").GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task Pools_are_found_by_the_name_of_their_owner_and_accounts_by_filters()
    {
        var data = await index.AskAsync(
            """
            {
              pools(search: "большой") { nodes { owner { identity { name } } } }
              none: pools(search: "nobody") { totalCount }
              accounts(where: { identity: { display: { icontains: "BOB" }, isVerified: { eq: true } } }) { nodes { address } }
              owned: pools(where: { owner: { identity: { display: { startsWith: "большой" } } } }) { totalCount }
            }
            """
        );
        var pools = data.GetProperty("pools").GetProperty("nodes").EnumerateArray().ToList();
        Assert.NotEmpty(pools);
        Assert.All(
            pools,
            pool => Assert.Equal("большой", pool.GetProperty("owner").GetProperty("identity").Text("name"))
        );
        Assert.Equal(0, data.GetProperty("none").GetProperty("totalCount").GetInt32());
        Assert.Equal([Text(People.Bob)], data.GetProperty("accounts").Texts("address"));
        Assert.Equal(pools.Count, data.GetProperty("owned").GetProperty("totalCount").GetInt32());
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123456789")]
    public async Task A_text_to_search_for_is_neither_empty_nor_long(string text)
    {
        var answer = await index.SendAsync(
            "query ($text: String) { accounts(search: $text) { totalCount } }",
            new { text }
        );
        Assert.Contains("A text to search for has 1 to 64 characters.", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_history_has_every_version_and_a_revert_opens_the_one_before()
    {
        const string query =
            "query ($address: Address!) { account(address: $address) { identityHistory { nodes { network display fromHeight toHeight } } } }";
        Assert.Equal(
            """[{"network":"khala","display":"Bobby","fromHeight":20,"toHeight":null},{"network":"phala","display":"Bob","fromHeight":20,"toHeight":21},{"network":"phala","display":"Bob's 100% Pools_","fromHeight":21,"toHeight":null}]""",
            await HistoryAsync(index)
        );
        await using var own = new Index();
        await own.InitializeAsync();
        await own.RevertAsync("phala", 20);
        Assert.Equal(
            """[{"network":"khala","display":"Bobby","fromHeight":20,"toHeight":null},{"network":"phala","display":"Bob","fromHeight":20,"toHeight":null}]""",
            await HistoryAsync(own)
        );

        static async Task<string> HistoryAsync(SampleIndex asked) =>
            (await asked.AskAsync(query, new { address = Text(People.Bob) }))
                .GetProperty("account")
                .GetProperty("identityHistory")
                .GetProperty("nodes")
                .GetRawText();
    }

    private async Task<(string?, string?)> NetworkAndNameAsync(AccountId account, string asOf)
    {
        var identity = await IdentityAsync(account, asOf);
        return (identity.Text("network"), identity.Text("name"));
    }

    private async Task<JsonElement> IdentityAsync(AccountId account, string asOf = "") =>
        (
            await index.AskAsync(
                $"query ($address: Address!) {{ account(address: $address{asOf}) {{ identity {{ {Fields} }} }} }}",
                new { address = Text(account) }
            )
        )
            .GetProperty("account")
            .GetProperty("identity");

    private static string Text(AccountId account) => AccountText.Format(account);

    private static DateTimeOffset At(long minute) =>
        new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minute);

    /// <summary>The sample, in which some say who they are.</summary>
    public sealed class Index : SampleIndex
    {
        private protected override async Task TellAsync(IndexerDbContext context, LedgerWriter writer)
        {
            await base.TellAsync(context, writer);
            var phala = await Chain.ContinueAsync(writer, context, "phala", At(0));
            await phala.BlockAsync(
                20,
                new StateChange(new IdentityRegistrar { RegistrarId = 0, Registrar = People.Owner }),
                Set(People.Bob, "Bob", 10),
                Set(People.Owner, "большой", 10, "0:KNOWN_GOOD,1:ERRONEOUS")
            );
            await phala.BlockAsync(
                21,
                new StateChange(
                    new Identity
                    {
                        Account = People.Bob,
                        IsSet = true,
                        Display = "Bob's 100% Pools_",
                        Email = "bob@example.org",
                        Judgements = Identity.Written([(2, Judgement.FeePaid), (0, Judgement.Reasonable)]),
                        ChangedTime = At(30),
                    }.WithSearchText()
                ),
                new StateChange(
                    new Identity
                    {
                        Account = People.Ann,
                        Parent = People.Bob,
                        SubName = "node 1",
                        ChangedTime = At(30),
                    }.WithSearchText()
                )
            );
            var khala = new Chain(writer, "khala", At(0));
            await khala.BlockAsync(20, Set(People.Bob, "Bobby", 15));
            await khala.BlockAsync(30);
        }

        private static StateChange Set(AccountId account, string display, int minute, string judgements = "") =>
            new(
                new Identity
                {
                    Account = account,
                    IsSet = true,
                    Display = display,
                    Judgements = judgements,
                    ChangedTime = At(minute),
                }.WithSearchText()
            );
    }
}
