using Indexer.Domain;
using Indexer.Handlers.Tests.Kit;
using Indexer.Simulator;
using Indexer.TestKit;

namespace Indexer.Handlers.Tests;

/// <summary>
/// Identities on simulated chains, in all layouts of their metadata, against the chains' own books after every block. IDENTITY_SEEDS names a
/// range for a long run, as CIVIC_SEEDS does for governance.
/// </summary>
public sealed class IdentitySeedTests
{
    public static TheoryData<ulong, string> Seeds =>
        new(
            from seed in Environment.GetEnvironmentVariable("IDENTITY_SEEDS") is { } range
                ? Range([.. range.Split('-').Select(ulong.Parse)])
                : [1, 2, 3]
            from chain in new[] { "khala", "phala" }
            select (seed, chain)
        );

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Everybody_is_who_the_chain_says_after_every_block_and_a_revert(ulong seed, string name)
    {
        var world = World.Create(seed, WorldSize.Assembly);
        var chain = name == "khala" ? world.Khala : world.Phala;
        var index = await MemoryIndex.ReadAsync(chain);
        index.IndexFrom(0);
        for (var height = 0L; height <= chain.LastBlock; height++)
        {
            Assert.Equal(
                chain.BooksAt(height).Identities.Select(Line).OfType<string>().Prepend($"{seed} {height}"),
                index
                    .StateAt<Identity>(height)
                    .OrderBy(row => Hex(row.Account), StringComparer.Ordinal)
                    .Select(Line)
                    .Prepend($"{seed} {height}")
            );
        }

        var counts = chain.Books.EventCounts;
        Assert.True(counts.GetValueOrDefault("Identity.IdentitySet") > 0);
        var before = index.Everything();
        var fork = (long)(seed * 7919 % (ulong)chain.LastBlock);
        index.RevertTo(fork);
        index.IndexFrom(fork + 1);
        before.SymmetricExceptWith(index.Everything());
        Assert.True(
            before.Count == 0,
            $"Seed {seed}: a revert to {fork} changed\n{string.Join('\n', before.Take(20))}"
        );
    }

    /// <summary>A few seeds play everything there is.</summary>
    [Fact]
    public void All_events_and_calls_of_identities_are_played()
    {
        var events = new HashSet<string>(StringComparer.Ordinal);
        foreach (var seed in new ulong[] { 1, 2, 3 })
        {
            var world = World.Create(seed, WorldSize.Assembly);
            events.UnionWith(world.Khala.Books.EventCounts.Keys);
            events.UnionWith(world.Phala.Books.EventCounts.Keys);
        }

        string[] all =
        [
            "IdentitySet",
            "IdentityCleared",
            "IdentityKilled",
            "JudgementRequested",
            "JudgementUnrequested",
            "JudgementGiven",
            "RegistrarAdded",
            "SubIdentityAdded",
            "SubIdentityRemoved",
            "SubIdentityRevoked",
        ];
        Assert.Subset(events, all.Select(one => $"Identity.{one}").ToHashSet(StringComparer.Ordinal));
    }

    private static string? Line(IdentityBook book) =>
        book.IsSet || book.Parent is not null
            ? BookText.Line(
                book.Account.Hex,
                book.IsSet,
                book.Display ?? "-",
                book.Email ?? "-",
                string.Join(',', book.Judgements.Select(one => $"{one.Key}:{Words(one.Value)}")),
                book.Parent?.Hex ?? "-",
                book.SubName ?? "-"
            )
            : null;

    private static string Line(Identity row)
    {
        Assert.All([row.Legal, row.Web, row.Twitter, row.Riot], Assert.Null);
        return BookText.Line(
            Hex(row.Account),
            row.IsSet,
            row.Display ?? "-",
            row.Email ?? "-",
            row.Judgements,
            row.Parent is { } parent ? Hex(parent) : "-",
            row.SubName ?? "-"
        );
    }

    /// <summary>KnownGood as KNOWN_GOOD.</summary>
    private static string Words(string name) =>
        string.Concat(
            name.Select(
                (letter, at) => at > 0 && char.IsUpper(letter) ? $"_{letter}" : $"{char.ToUpperInvariant(letter)}"
            )
        );

    private static string Hex(Domain.AccountId account) => "0x" + Convert.ToHexStringLower(account.ToArray());

    private static IEnumerable<ulong> Range(ulong[] ends)
    {
        for (var seed = ends[0]; seed <= ends[1]; seed++)
        {
            yield return seed;
        }
    }
}
