using System.Text.Json;
using Indexer.GraphQL.Explorer;

namespace Indexer.GraphQL.Tests;

public sealed class DocumentedQueryTests
{
    [Theory]
    [InlineData("""{"a":{"nodes":[{"x":null,"y":1},{"x":"2","y":3}]},"x":4}""", """{"y":1,"x":"2"}""")]
    [InlineData("""{"a":[{"b":true},7,[{"c":1.50}]],"d":{"nodes":[]}}""", """{"b":true,"c":1.50}""")]
    [InlineData("""{"a":null}""", "{}")]
    public void A_variable_is_the_first_leaf_of_its_name_that_is_not_null(string data, string variables) =>
        Assert.Equal(variables, DocumentedQuery.Variables(JsonElement.Parse(data)).ToJsonString());

    [Fact]
    public void A_file_that_is_not_there_is_named()
    {
        var error = Assert.Throws<InvalidOperationException>(() =>
            DocumentedQueryFiles.Read(typeof(DocumentedQueryTests).Assembly, "Examples/", ["Nothing"])
        );
        Assert.Contains("Examples/Nothing.graphql", error.Message, StringComparison.Ordinal);
    }
}
