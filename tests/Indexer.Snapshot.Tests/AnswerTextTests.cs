using System.Text;

namespace Indexer.Snapshot.Tests;

/// <summary>Text of authors that no database can hold.</summary>
public sealed class AnswerTextTests
{
    [Theory]
    [InlineData("""{"a":"x\u0000y"}""", "x\ufffdy")]
    [InlineData("""{"a":"\ud83d"}""", "\ufffd")]
    [InlineData("""{"a":"\ude00\ud83d"}""", "\ufffd\ufffd")]
    [InlineData("""{"a":"\uD83D\uDE00"}""", "\ud83d\ude00")]
    [InlineData("""{"a":"\ud83dx\ude00"}""", "\ufffdx\ufffd")]
    [InlineData("""{"a":"\\u0000"}""", "\\u0000")]
    [InlineData("""{"a":"\\\u0000"}""", "\\\ufffd")]
    [InlineData("""{"a":"\"\u00e9\n"}""", "\"\u00e9\n")]
    [InlineData("""{"a":"\ud83d\ud83d\ude00"}""", "\ufffd\ud83d\ude00")]
    public void Only_what_cannot_be_held_is_replaced(string json, string text) =>
        Assert.Equal(text, Read(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Bytes_that_are_no_text_are_replaced() =>
        Assert.Equal("\ufffd(", Read([.. "{\"a\":\""u8, 0xc3, .. "(\"}"u8]));

    [Theory]
    [InlineData("\\")]
    [InlineData("{\"a\":\"\\u00")]
    [InlineData("{\"a\":\"\\ud83d\\u")]
    [InlineData("<html>")]
    [InlineData("")]
    public void What_is_no_JSON_stays_none(string text) =>
        Assert.Null(AnswerText.Parse(AnswerText.Repair(Encoding.UTF8.GetBytes(text))));

    private static string? Read(byte[] json) =>
        AnswerText.Parse(AnswerText.Repair(json))!.Value.GetProperty("a").GetString();
}
