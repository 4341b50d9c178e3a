using Indexer.Domain;
using Indexer.Substrate.Calls;
using Indexer.Substrate.Events;
using static Indexer.Substrate.Tests.Calls.CallMaker;

namespace Indexer.Substrate.Tests.Calls;

/// <summary>Which calls were carried out, compared with a model of the pallets that carries out random trees of calls.</summary>
public sealed class DispatchTests
{
    private const int Trees = 3_000;

    public static TheoryData<string> Layouts => [.. Layout.All.Select(layout => layout.Name)];

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Of_random_trees_what_was_carried_out_is_found_with_its_origin_and_its_events(string name)
    {
        var layout = Layout.All.Single(layout => layout.Name == name);
        var count = 0;
        for (var seed = 0; seed < Trees; seed++)
        {
            var played = new RandomExecution(layout, seed);
            var extrinsic = played.Play(1 + (seed % 5));
            var dispatch = In(played, layout);
            Compare(seed, played.Expected, WithStored(dispatch, played, dispatch.Of([extrinsic])));
            foreach (var motion in played.Motions)
            {
                var carriedOut = dispatch.OfStored(motion.Call, null, motion.Executed);
                Compare(seed, motion.Performed, WithStored(dispatch, played, carriedOut));
            }

            count += played.Expected.Count;
        }

        Assert.True(count > Trees / 2, $"only {count} calls in {Trees} trees");
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Of_random_tasks_of_the_scheduler_too(string name)
    {
        var layout = Layout.All.Single(layout => layout.Name == name);
        for (var seed = 0; seed < Trees / 3; seed++)
        {
            var played = new RandomExecution(layout, seed);
            var before = played.PlayTask(1);
            var kept = played.Expected.Count;
            var task = played.PlayTask(1 + (seed % 4));
            List<RandomExecution.Performed> expected = [.. played.Expected.Skip(kept)];
            var dispatch = In(played, layout);
            if (task.Executed is { } executed)
            {
                if (IsOk(executed))
                {
                    Compare(
                        seed,
                        expected,
                        WithStored(dispatch, played, dispatch.OfStored(task.Enacted, null, executed))
                    );
                }

                Assert.Same(task.Call, Assert.Single(dispatch.OfStored(task.Call, null, task.End)).Call);
            }
            else if (IsOk(task.End))
            {
                Compare(seed, expected, WithStored(dispatch, played, dispatch.OfStored(task.Call, null, task.End)));
            }

            Assert.NotSame(before.End, task.End);
        }
    }

    // By createKeyMulti and encodeDerivedAddress of @polkadot/util-crypto 12.6.
    [Fact]
    public void Accounts_are_derived_as_the_reference_implementation_does()
    {
        Assert.Equal(
            "3ffd20eb97bafd6f5af8d026cd11101f1553fa9cb4b8a37d1721314fbbb48fc5",
            Hex(CallOrigins.Multisig(Account(3), Members(1, 2), 2))
        );
        Assert.Equal(
            "2f2dc1f66582125a106ea474121412c72062d49f37f752e9f595d5a00a3b9e65",
            Hex(CallOrigins.Multisig(Account(9), Members(4), 1))
        );
        Assert.Equal(
            "a7438bf526de72bb72633de78ca2d7451f5f67beeac0780841c96fd3937ce2da",
            Hex(CallOrigins.Multisig(Account(1), Members([.. Enumerable.Range(2, 69).Select(i => (byte)i)]), 300))
        );
        var derived = Call("Utility", "as_derivative", 1, [], ("index", Number(5)));
        Assert.Equal(
            "fb1b2775aaa3c289b09bdceb6f660d62381637238142670e51a794a28ad3e021",
            Hex(CallOrigins.Derivative(Account(1), derived))
        );
        Assert.Equal(CallMaker.Derivative(Account(1), 5), CallOrigins.Derivative(Account(1), derived));
    }

    [Fact]
    public void Marks_that_no_execution_leaves_are_refused_with_block_extrinsic_and_events()
    {
        var call = Call("Utility", "batch", 1, [Call("Democracy", "remove_vote", 2, [])]);
        SubstrateEvent[] events =
        [
            Event(0, "Proxy", "ProxyExecuted", Result(isOk: true)),
            Event(1, "Utility", "BatchCompleted"),
            Event(2, "System", "ExtrinsicSuccess"),
        ];
        var dispatch = new Dispatch(4_711, new(events), endsItems: true);
        var exception = Assert.Throws<UnknownStateException>(() =>
            dispatch.Of([new SubstrateExtrinsic(2, null, call)])
        );
        Assert.Contains(
            "Utility.batch in block 4711, extrinsic 2, event 2: what it holds cannot have left the events Proxy.ProxyExecuted, Utility.BatchCompleted",
            exception.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_batch_of_ten_thousand_calls_is_followed()
    {
        const int Items = 10_000;
        var call = Call("Utility", "batch", 1, [.. Enumerable.Range(0, Items).Select(i => Call("X", "y", i, []))]);
        var ends = Enumerable.Range(0, Items).Select(i => Event(i, "Utility", "ItemCompleted"));
        SubstrateEvent[] events =
        [
            .. ends,
            Event(Items, "Utility", "BatchCompleted"),
            Event(Items + 1, "System", "ExtrinsicSuccess"),
        ];
        var done = new Dispatch(1, new(events), endsItems: true).Of([new SubstrateExtrinsic(2, Account(1), call)]);
        Assert.Equal(Enumerable.Range(0, Items), done.Select(item => item.LastEvent));
    }

    private static Dispatch In(RandomExecution played, Layout layout) =>
        new(
            1,
            new([.. played.Events.Where(raised => DispatchMarks.Contains(raised.Pallet, raised.Name))]),
            layout.EndsItems
        );

    private static List<DispatchedCall> WithStored(
        Dispatch dispatch,
        RandomExecution played,
        IReadOnlyList<DispatchedCall> carriedOut
    ) =>
        [
            .. carriedOut.SelectMany(done =>
                played.Stored.TryGetValue(done.Call, out var stored)
                    ? WithStored(dispatch, played, dispatch.OfStored(stored, done)).Prepend(done)
                    : [done]
            ),
        ];

    private static void Compare(int seed, IReadOnlyList<RandomExecution.Performed> expected, List<DispatchedCall> found)
    {
        Assert.True(
            expected
                .Select(one => (Place(one.Call), one.Origin))
                .SequenceEqual(found.Select(one => (Place(one.Call), one.Origin))),
            $"seed {seed}: {Text(expected.Select(one => one.Call))} were carried out, found {Text(found.Select(one => one.Call))}"
        );
        Assert.All(
            expected.Zip(found),
            pair =>
                Assert.True(
                    pair.Second.FirstEvent <= pair.First.FirstEvent && pair.First.EndEvent <= pair.Second.LastEvent + 1,
                    $"seed {seed}: the events of {pair.First.Call.Name}"
                )
        );

        static int Place(SubstrateCall call) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(call);
        static string Text(IEnumerable<SubstrateCall> calls) =>
            string.Join(", ", calls.Select(call => $"{call.Name} {Convert.ToHexString(call.Encoded.Span)}"));
    }

    private static bool IsOk(SubstrateEvent end) => end.Fields.Variant(end.Fields.Count - 1).Name == "Ok";

    private static SubstrateCall Members(params byte[] others) =>
        Call("Multisig", "as_multi", 1, [], ("other_signatories", Accounts(others.Select(Account))));

    private static SubstrateEvent Event(int index, string pallet, string name, params ScaleValue[] values) =>
        new(index, 2, pallet, name, Fields(name, [.. values.Select((value, place) => ($"f{place}", value))]));

    private static string Hex(AccountId? account) => Convert.ToHexStringLower(account!.Value.Bytes);
}
