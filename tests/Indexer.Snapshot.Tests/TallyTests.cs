using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Indexer.TestKit;

namespace Indexer.Snapshot.Tests;

/// <summary>Our tallies are those of snapshot.js, but for its floating point.</summary>
public sealed class TallyTests
{
    private const int Sets = 1_000;

    public static TheoryData<string> Types =>
        ["basic", "single-choice", "approval", "ranked-choice", "weighted", "quadratic", "copeland"];

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Tallies_agree_with_snapshot_js(string type)
    {
        var sets = Enumerable.Range(0, Sets).Select(seed => VoteSet.Random(type, seed)).ToList();
        var input = $"[{string.Join(',', sets.Select(set => set.Json))}]";
        var output = await NodePackages.RunAsync(
            "tallies.mjs",
            input,
            TestContext.Current.CancellationToken,
            "snapshot"
        );
        var answers = JsonElement.Parse(output).EnumerateArray().ToList();
        Assert.Equal(Sets, answers.Count);
        var compared = 0;
        foreach (var (set, answer) in sets.Zip(answers))
        {
            var (tally, valid, total) = set.Tally();
            Assert.Equal(answer.GetProperty("valid").GetInt32(), valid);
            AssertClose(JsonNumber.Find(answer.GetProperty("total"))!.Value.ToUnits(18), total, set);
            var scores = answer.GetProperty("scores").EnumerateArray().ToList();
            Assert.Equal(scores.Count, tally.Count);
            foreach (var (ours, theirs) in tally.Zip(scores))
            {
                AssertClose(JsonNumber.Find(theirs)!.Value.ToUnits(18), ours, set);
                compared++;
            }
        }

        Assert.True(compared > Sets, $"{compared} scores");
    }

    [Theory]
    [InlineData("weighted", "[{\"1\":1,\"2\":2},{\"1\":1,\"2\":5}]", "1", "1", "0.5", "1.5")]
    [InlineData("weighted", "[{\"1\":0.1,\"2\":0.2}]", "1e-18", "", "0", "0.000000000000000001")]
    [InlineData("quadratic", "[{\"1\":1},{\"2\":1}]", "4", "1", "4", "1")]
    [InlineData("approval", "[[1,2],[2]]", "0.1", "0.2", "0.1", "0.3")]
    [InlineData("single-choice", "[1,1]", "0.1", "0.2", "0.3", "0")]
    public void Tallies_have_no_error_of_floating_point(
        string type,
        string choices,
        string first,
        string second,
        string one,
        string two
    )
    {
        var rule = VotingRule.Find(type)!;
        string[] weights = [first, second];
        var ballots = JsonElement
            .Parse(choices)
            .EnumerateArray()
            .Select((choice, at) => rule.Read(choice, 2, JsonNumber.Find(weights[at])!.Value.ToUnits(18))!)
            .ToList();
        Assert.Equal(
            [JsonNumber.Find(one)!.Value.ToUnits(18), JsonNumber.Find(two)!.Value.ToUnits(18)],
            rule.Tally(ballots, 2)
        );
    }

    [Theory]
    [InlineData("single-choice", "0")]
    [InlineData("single-choice", "4")]
    [InlineData("single-choice", "1.5")]
    [InlineData("single-choice", "\"1\"")]
    [InlineData("single-choice", "[1]")]
    [InlineData("approval", "1")]
    [InlineData("approval", "[1,1]")]
    [InlineData("approval", "[1,4]")]
    [InlineData("ranked-choice", "[]")]
    [InlineData("ranked-choice", "[1,2]")]
    [InlineData("ranked-choice", "[1,2,2]")]
    [InlineData("copeland", "[1,2]")]
    [InlineData("copeland", "[\"1\",2,3]")]
    [InlineData("ranked-choice", "[\"01\",2,3]")]
    [InlineData("ranked-choice", "[\"one\",2,3]")]
    [InlineData("weighted", "{}")]
    [InlineData("weighted", "[1]")]
    [InlineData("weighted", "{\"1\":0}")]
    [InlineData("weighted", "{\"1\":-1,\"2\":2}")]
    [InlineData("weighted", "{\"4\":1}")]
    [InlineData("quadratic", "{\"1\":\"2\"}")]
    [InlineData("quadratic", "null")]
    public void What_a_voting_type_calls_invalid_is_no_ballot(string type, string choice) =>
        Assert.Null(VotingRule.Find(type)!.Read(JsonElement.Parse(choice), 3, 1));

    [Theory]
    [MemberData(nameof(Types))]
    public void No_votes_give_no_weight(string type) =>
        Assert.All(VotingRule.Find(type)!.Tally([], 3), weight => Assert.True(weight.IsZero));

    private static void AssertClose(BigInteger theirs, BigInteger ours, VoteSet set) =>
        Assert.True(
            BigInteger.Abs(theirs - ours) * 1_000_000_000 <= BigInteger.Max(set.Total, 1_000_000_000),
            string.Create(CultureInfo.InvariantCulture, $"{theirs} instead of {ours} in {set.Json}")
        );
}
