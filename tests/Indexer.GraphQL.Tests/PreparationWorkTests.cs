using System.Diagnostics;
using Indexer.GraphQL.Execution;
using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Tests;

public sealed class PreparationWorkTests(ITestOutputHelper output)
{
    /// <summary>What the costliest document may allocate, in the tests' builds.</summary>
    private const long MaxBytes = 64 * 1024 * 1024;

    private static readonly GraphQLOptions Options = new();

    public static TheoryData<string> Names => [.. HostileDocuments.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Small_documents_cannot_ask_for_much_work(string name)
    {
        var text = HostileDocuments.All[name];
        Assert.True(text.Length <= Options.MaxBodyBytes);
        output.WriteLine($"{name}: {Measure(TestSchema.Build(), text)}");
    }

    [Fact]
    public void Random_fragments_cannot_ask_for_much_work()
    {
        var schema = TestSchema.Build();
        for (var seed = 0; seed < 300; seed++)
        {
            output.WriteLine($"{seed}: {Measure(schema, HostileDocuments.Random(seed))}");
        }
    }

    [Fact]
    public void What_is_refused_names_the_limit_and_its_own_figure()
    {
        using var engine = TestSchema.Engine(TestSchema.Build());
        Assert.Null(
            engine.Prepare(new GraphQLRequest(HostileDocuments.All["operations and fragments"]), out var errors)
        );
        var error = Assert.Single(errors);
        Assert.Equal(ErrorCodes.Limit, error.Code);
        Assert.Matches(
            "^The document takes [0-9]{6} steps or more to check and plan; at most 100000 are allowed\\.$",
            error.Message
        );
    }

    [Fact]
    public async Task What_is_told_about_the_schema_is_bounded_for_all_of_a_request()
    {
        var schema = await SdlSchema.ParseAsync(Corpus.ProductSdl);
        using var engine = TestSchema.Engine(schema);
        var all = HostileDocuments.All["the schema again and again"];
        Assert.Null(engine.Prepare(new GraphQLRequest(all), out var errors));
        Assert.Matches(
            "the schema has [0-9]+ bytes or more; at most 4194304 are allowed",
            Assert.Single(errors).Message
        );
        output.WriteLine(Measure(schema, all));
    }

    /// <summary>Fifty fragments of forty fields, as the components of a large page bring them, are far from the limit.</summary>
    [Fact]
    public void Large_honest_documents_are_far_from_the_limit()
    {
        var spreads = string.Concat(Enumerable.Range(0, 50).Select(i => $"...F{i} "));
        var fields = string.Concat(Enumerable.Repeat("name state made tags id ", 8));
        var fragments = Enumerable
            .Range(0, 50)
            .Select(i => $"fragment F{i} on Thing {{ {fields} parts(first: 3) {{ nodes {{ name }} }} }}");
        var text =
            $"query Q($first: Int) {{ things(first: $first) {{ nodes {{ {spreads} }} }} }} {string.Join('\n', fragments)}";
        var work = new PreparationWork(Options.MaxPreparationSteps);
        DocumentReader.Read(text, TestSchema.Build(), Options, work);
        Assert.InRange(work.Steps, 1, Options.MaxPreparationSteps / 2);
    }

    private static string Measure(Schema schema, string text)
    {
        using var engine = TestSchema.Engine(schema);
        var work = new PreparationWork(Options.MaxPreparationSteps);
        var verdict = "valid";
        try
        {
            DocumentReader.Read(text, schema, Options, work);
        }
        catch (GraphQLRequestException refusal)
        {
            verdict = refusal.Message;
        }

        Assert.InRange(work.Steps, 0, Options.MaxPreparationSteps + Options.MaxTokens);
        var (before, start) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
        engine.Prepare(
            new GraphQLRequest(text, text.StartsWith("query Q0", StringComparison.Ordinal) ? "Q0" : null),
            out _
        );
        var (taken, bytes) = (Stopwatch.GetElapsedTime(start), GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.InRange(bytes, 0, MaxBytes);
        return $"{text.Length / 1024.0:N0} KB, {work.Steps:N0} steps, {taken.TotalMilliseconds:N1} ms, {bytes / 1e6:N1} MB: {verdict[..Math.Min(80, verdict.Length)]}";
    }
}
