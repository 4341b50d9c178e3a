using Indexer.Domain;
using Indexer.Substrate.Events;

namespace Indexer.Substrate.Tests;

public sealed class EventFieldsTests
{
    private static readonly EventFields Fields = Decode(name => name);
    private static readonly EventFields Unnamed = Decode(_ => null);

    [Fact]
    public void Fields_are_read_by_name_as_what_they_are()
    {
        Assert.Equal(new AccountId(Filled(32, 7)), Fields.AccountId("user"));
        Assert.Equal(UInt128.MaxValue, Fields.U128("amount"));
        Assert.Equal(ulong.MaxValue, Fields.U64("pid"));
        Assert.Equal(5u, Fields.U32("cid"));
        Assert.Equal(Filled(33, 9), Fields.Bytes("key"));
        Assert.Equal(12u, Fields.OptionalU32("as_vault"));
        Assert.Null(Fields.OptionalU32("none"));
        Assert.True(Fields.Bool("is_open"));
        Assert.Equal(2, Fields.Sequence("list").Count);
        Assert.Equal(3u, Fields.Composite("range").U32("end"));
    }

    [Fact]
    public void Enums_have_a_case_with_fields()
    {
        var reason = Fields.Variant("reason");
        Assert.Equal("Split", reason.Name);
        Assert.Equal((UInt128)1, reason.Fields.U128("aye"));
        Assert.Equal((UInt128)2, reason.Fields.U128("nay"));
        Assert.Equal("None", Fields.Variant("none").Name);
    }

    [Fact]
    public void Fields_without_names_are_read_by_position()
    {
        Assert.Equal(new AccountId(Filled(32, 7)), Unnamed.AccountId(0));
        Assert.Equal(UInt128.MaxValue, Unnamed.U128(1));
        Assert.Equal(Fields.U64("pid"), Fields.U64(2));
        Assert.All(Unnamed.Names, Assert.Null);
        Assert.False(Unnamed.Has("user"));
        Assert.True(Unnamed.Has(0));
        Assert.False(Unnamed.Has(Unnamed.Count));
        Assert.False(Unnamed.Has(-1));
    }

    [Fact]
    public void A_runtime_may_lack_a_field()
    {
        Assert.True(Fields.Has("user"));
        Assert.False(Fields.Has("burnt_shares"));
    }

    [Fact]
    public void A_wrong_name_or_type_names_the_event_and_the_field()
    {
        Assert.Equal(
            "Pool.Changed has no field usr; it has user, amount, pid, cid, key, as_vault, none, other, is_open, list, range, reason.",
            Assert.Throws<EventFieldException>(() => Fields.U64("usr")).Message
        );
        Assert.Contains("it has #0, #1", Assert.Throws<EventFieldException>(() => Unnamed.U64("pid")).Message);
        Assert.Equal(
            "Pool.Changed.pid is not u32 but 18446744073709551615.",
            Assert.Throws<EventFieldException>(() => Fields.U32("pid")).Message
        );
        Assert.Contains(
            "Pool.Changed.key is not an account",
            Assert.Throws<EventFieldException>(() => Fields.AccountId("key")).Message
        );
        Assert.Contains(
            "Pool.Changed.reason.Split.aye is not bytes",
            Assert.Throws<EventFieldException>(() => Fields.Variant("reason").Fields.Bytes("aye")).Message
        );
        Assert.Contains(
            "is not an option",
            Assert.Throws<EventFieldException>(() => Fields.OptionalU32("reason")).Message
        );
        Assert.Throws<EventFieldException>(() => Fields.OptionalU32("pid"));
        Assert.Throws<EventFieldException>(() => Fields.Variant("pid"));
        Assert.Throws<EventFieldException>(() => Fields.Composite("pid"));
        Assert.Throws<EventFieldException>(() => Fields.Sequence("pid"));
        Assert.Throws<EventFieldException>(() => Fields.Bool("pid"));
        Assert.Throws<EventFieldException>(() => Fields.Integer("user"));
    }

    private static byte[] Filled(int length, byte value) => [.. Enumerable.Repeat(value, length)];

    private static EventFields Decode(Func<string, string?> nameOf)
    {
        var runtime = new TestRuntime(
            9,
            types =>
            {
                var u8 = types.Primitive(3);
                var u32 = types.Primitive(5);
                var u64 = types.Primitive(6);
                var u128 = types.Primitive(7);
                var account = types.Composite("sp_core::crypto::AccountId32", (null, types.Array(u8, 32)));
                var option = types.Option(u64);
                var list = types.Sequence(u32);
                var range = types.Composite(("start", u32), ("end", u32));
                var reason = types.Variant(("Plain", 1, []), ("Split", 5, [("aye", u128), ("nay", u128)]));
                (string, int)[] fields =
                [
                    ("user", account),
                    ("amount", u128),
                    ("pid", u64),
                    ("cid", types.Compact(u32)),
                    ("key", types.Composite((null, types.Sequence(u8)))),
                    ("as_vault", option),
                    ("none", option),
                    ("other", types.Option(account)),
                    ("is_open", types.Primitive(0)),
                    ("list", list),
                    ("range", range),
                    ("reason", reason),
                ];
                return [("Changed", 0, [.. fields.Select(field => (nameOf(field.Item1), field.Item2))])];
            }
        );
        var data = new ScaleWriter()
            .Raw(Filled(32, 7))
            .U128(UInt128.MaxValue)
            .U64(ulong.MaxValue)
            .Compact(5)
            .Bytes(Filled(33, 9))
            .U8(1)
            .U64(12)
            .U8(0)
            .U8(1)
            .Raw(Filled(32, 8))
            .U8(1)
            .Compact(2)
            .U32(1)
            .U32(2)
            .U32(2)
            .U32(3)
            .U8(5)
            .U128(1)
            .U128(2)
            .ToArray();
        var events = TestRuntime.Events(runtime.Event("Changed", data));
        return new EventDecoder(runtime.Metadata, (_, _) => true).Decode(events)[0].Fields;
    }
}
