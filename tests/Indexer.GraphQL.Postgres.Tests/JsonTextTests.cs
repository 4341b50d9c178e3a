using System.Globalization;
using System.Text;
using System.Text.Json;
using Indexer.GraphQL.Planning;
using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Postgres.Tests;

/// <summary>JSON put together in PostgreSQL, read by System.Text.Json.</summary>
public sealed class JsonTextTests(Library library) : IClassFixture<Library>
{
    public static TheoryData<ScalarType> AllScalars =>
        [
            Scalars.Int,
            Scalars.Float,
            Scalars.String,
            Scalars.Boolean,
            Scalars.Id,
            Scalars.Long,
            Scalars.BigInt,
            Scalars.DateTime,
            Scalars.Date,
            Scalars.Hex("Hash", "Bytes."),
            Scalars.FixedPoint("Coins", "Coins.", 18),
        ];

    [Fact]
    public async Task Every_character_arrives()
    {
        var text = new StringBuilder();
        for (var symbol = 1; symbol <= 0x1ffff; symbol++)
        {
            if (Rune.IsValid(symbol))
            {
                text.Append(new Rune(symbol).ToString());
            }
        }

        var json = await JsonAsync(Scalars.String.Json("$1::text"), text.ToString());
        Assert.Equal(text.ToString(), JsonDocument.Parse(json!).RootElement.GetString());
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(-0.0)]
    [InlineData(1e22)]
    [InlineData(Math.PI)]
    [InlineData(double.MaxValue)]
    [InlineData(double.Epsilon)]
    public async Task Doubles_arrive_to_the_last_bit(double value)
    {
        var json = await JsonAsync(Scalars.Float.Json("$1::double precision"), value);
        Assert.Equal(
            BitConverter.DoubleToInt64Bits(value),
            BitConverter.DoubleToInt64Bits(JsonDocument.Parse(json!).RootElement.GetDouble())
        );
    }

    [Theory]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    public async Task What_is_no_JSON_number_is_a_string(double value, string expected)
    {
        var json = await JsonAsync(Scalars.Float.Json("$1::double precision"), value);
        Assert.Equal(expected, JsonDocument.Parse(json!).RootElement.GetString());
    }

    [Theory]
    [InlineData(0, "00:00:00.000Z")]
    [InlineData(500_000, "00:00:00.500Z")]
    [InlineData(123_000, "00:00:00.123Z")]
    [InlineData(100_001, "00:00:00.100001Z")]
    [InlineData(999_999, "00:00:00.999999Z")]
    [InlineData(1, "00:00:00.000001Z")]
    [InlineData(86_399_000_000, "23:59:59.000Z")]
    public async Task Moments_have_milliseconds_or_microseconds(long microseconds, string time)
    {
        var moment = new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMicroseconds(microseconds);
        Assert.Equal($"\"2000-01-01T{time}\"", await JsonAsync(Scalars.DateTime.Json("$1::timestamptz"), moment));
    }

    [Theory]
    [MemberData(nameof(AllScalars))]
    public async Task Null_stays_null(ScalarType scalar)
    {
        var type = SqlTypes.Name(scalar.SqlType);
        Assert.Null(await JsonAsync(scalar.Json($"$1::text::{type}"), DBNull.Value));
    }

    [Theory]
    [InlineData("sf", "\"SCIENCE_FICTION\"")]
    [InlineData("POETRY", "\"POETRY\"")]
    [InlineData("\",\"", null)]
    public async Task Enums_show_no_text_that_is_not_theirs(string stored, string? expected)
    {
        var type = new EnumType(
            "Genre",
            "Kinds.",
            [new EnumValue("SCIENCE_FICTION", "It.", "sf"), new EnumValue("POETRY", "It.", "POETRY")]
        );
        Assert.Equal(expected, await JsonAsync(type.Json("$1::text"), stored));
    }

    [Theory]
    [InlineData("1,,3", "[1,null,3]")]
    [InlineData("", "[]")]
    public async Task Arrays_keep_nulls(string values, string expected)
    {
        var rows = "string_to_table($1::text, ',', '') t(v)";
        Assert.Equal(expected, await JsonAsync($"(select {JsonSql.Array("t.v")} from {rows})", values));
    }

    private async Task<string?> JsonAsync(string sql, object value)
    {
        await using var command = library.DataSource.CreateCommand($"select {sql}");
        command.Parameters.Add(new() { Value = value });
        var json = await command.ExecuteScalarAsync();
        return json is DBNull ? null : Convert.ToString(json, CultureInfo.InvariantCulture);
    }
}
