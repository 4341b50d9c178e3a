using Indexer.GraphQL.Types;

namespace Indexer.Api.Tests;

/// <summary>One naming of times, heights and ids in the whole schema.</summary>
public sealed class SchemaNamesTests
{
    /// <summary>What may name a point or a span in arguments.</summary>
    private static readonly string[] Spans = ["from", "to", "timestamp"];

    private static readonly Schema Schema = ProductSchema.Create();

    private static readonly List<Member> Members =
    [
        .. Schema
            .Types.Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal))
            .SelectMany(type =>
                type switch
                {
                    ObjectType item => item.Fields.SelectMany(part => OfField(item.Name, part)),
                    InputObjectType input => input.Fields.Select(part => new Member(input.Name, part.Name, part.Type)),
                    _ => [],
                }
            ),
    ];

    [Fact]
    public void Times_end_in_Time() =>
        Assert.DoesNotContain(
            Members,
            member =>
                member.Type.Named == Scalars.DateTime
                && !member.Owner.EndsWith("Filter", StringComparison.Ordinal)
                && !IsNamed(member.Name, "time")
                && !Spans.Contains(member.Name)
        );

    [Fact]
    public void Heights_end_in_Height_and_nothing_else_is_named_so() =>
        Assert.DoesNotContain(
            Members,
            member =>
                member.Name.EndsWith("At", StringComparison.Ordinal)
                || member.Name.EndsWith("Block", StringComparison.Ordinal)
                || (IsNamed(member.Name, "height") && member.Type.Named is ScalarType scalar && scalar != Scalars.Long)
        );

    [Fact]
    public void Only_the_global_id_is_called_id() =>
        Assert.DoesNotContain(
            Members,
            member =>
                member.Name is "pid" or "ID"
                || (member.Name == "id" && member.Type.Named != Scalars.Id && member.Owner != "Query")
        );

    [Fact]
    public void PHA_is_an_amount_of_PHA_and_nothing_else() =>
        Assert.DoesNotContain(
            Members,
            member =>
                member.Type.Named.Name == "PHA"
                && (
                    member.Name.EndsWith("hares", StringComparison.Ordinal)
                    || member.Name is "ayes" or "nays" or "weight" or "turnout" or "electorate" or "quorum"
                )
        );

    private static IEnumerable<Member> OfField(string owner, Field part) =>
        part
            .Arguments.Select(argument => new Member(owner, argument.Name, argument.Type))
            .Prepend(new Member(owner, part.Name, part.Type));

    private static bool IsNamed(string name, string what) =>
        name == what || name.EndsWith(char.ToUpperInvariant(what[0]) + what[1..], StringComparison.Ordinal);

    private sealed record Member(string Owner, string Name, GraphType Type);
}
