namespace Indexer.Evm.Tests;

public sealed class LogRangeTests
{
    [Theory]
    // Infura
    [InlineData(
        "query returned more than 10000 results. Try with this block range [0x14A3F10, 0x14A4000].",
        241L,
        false
    )]
    // Alchemy
    [InlineData(
        "Log response size exceeded. You can make eth_getLogs requests with up to a 2K block range and no limit on the response size, or you can request any block range with a cap of 10K logs in the response. Based on your parameters and the response size limit, this block range should work: [0x10, 0x2f]",
        32L,
        false
    )]
    // Ankr
    [InlineData("block range is too wide", 3_000L, true)]
    // Cloudflare, 1rpc and others
    [InlineData("eth_getLogs is limited to a 10,000 range", 10_000L, true)]
    [InlineData("eth_getLogs is limited to a 800 block range", 800L, true)]
    [InlineData("eth_getLogs is limited to 0 - 50 blocks range", 50L, true)]
    [InlineData("eth_getLogs and eth_newFilter are limited to a 10,000 blocks range", 10_000L, true)]
    [InlineData("eth_getLogs is limited to a 5 range", 5L, true)]
    [InlineData("maximum block range: 2000", 2_000L, true)]
    [InlineData("exceed maximum block range: 5000", 5_000L, true)]
    [InlineData("Max range: 800", 800L, true)]
    [InlineData("block range too large, max block range is 1024", 1_024L, true)]
    [InlineData("requested range exceeds the range allowed for your plan (10000 > 500)", 500L, true)]
    [InlineData("eth_getLogs range is too large, max is 10k blocks", 10_000L, true)]
    [InlineData("eth_getLogs range is too large, max is 1k blocks", 1_000L, true)]
    [InlineData("ranges over 10000 blocks are not supported on freetier", 10_000L, true)]
    [InlineData("range 2000 exceeds limit of 500", 500L, true)]
    [InlineData(
        "Under the Free tier plan, you can make eth_getLogs requests with up to a 10 block range. Based on your parameters, this block range should work: [0x0, 0x9]. Upgrade to PAYG for expanded block range.",
        10L,
        true
    )]
    [InlineData("block range is larger than max block range, block range = 2000, max block range = 500", 500L, true)]
    [InlineData("eth_getLogs is limited to 500 block range", 500L, true)]
    // These name no number of blocks: halve.
    [InlineData("Requested range exceeds maximum RPC range limit", null, false)]
    [InlineData("limit exceeded", null, false)]
    [InlineData("HTTP 413 Request Entity Too Large", null, false)]
    [InlineData("query exceeds max results 20000, retry with the range 0-1999", null, false)]
    [InlineData("Block range limit exceeded.", null, false)]
    [InlineData("query returned more than 10000 results", null, false)]
    [InlineData("logs matched by query exceeds limit of 10000", null, false)]
    [InlineData("query exceeds limit, limited to 1000 results", null, false)]
    [InlineData("backend response too large", null, false)]
    [InlineData("response size should not greater than 10000000 bytes", null, false)]
    [InlineData("query timeout exceeded", null, false)]
    [InlineData("Try with this block range [0x20, 0x10].", null, false)]
    [InlineData("limited to a 99999999999999999999 range", null, false)]
    [InlineData("", null, false)]
    public void What_providers_say_about_ranges_is_understood(string error, long? blocks, bool isLimit)
    {
        var hint = LogRangeHint.Read(error);

        Assert.Equal((blocks, isLimit), (hint.Blocks, hint.IsLimit));
    }

    [Fact]
    public void A_refusal_without_a_number_halves_down_to_one_block()
    {
        var range = new AdaptiveLogRange(first: 1000, max: 10_000);
        var sizes = new List<long>();
        for (var i = 0; i < 12; i++)
        {
            range.Refused(range.Size, "too much");
            sizes.Add(range.Size);
        }

        Assert.Equal([500, 250, 125, 62, 31, 15, 7, 3, 1, 1, 1, 1], sizes);
    }

    [Fact]
    public void Answers_let_it_grow_by_small_steps_to_the_most()
    {
        var range = new AdaptiveLogRange(first: 100, max: 500);

        range.Answered(100);
        Assert.Equal(110, range.Size);
        range.Answered(50);
        Assert.Equal(110, range.Size);
        for (var i = 0; i < 100; i++)
        {
            range.Answered(range.Size);
        }

        Assert.Equal(500, range.Size);
    }

    [Fact]
    public void A_limit_that_was_named_is_never_passed_again()
    {
        var range = new AdaptiveLogRange(first: 2_000, max: 10_000);

        range.Refused(2_000, "eth_getLogs is limited to a 800 block range");
        Assert.Equal(800, range.Size);
        range.Answered(800);
        Assert.Equal(800, range.Size);
    }

    [Fact]
    public void A_suggestion_holds_for_this_range_only()
    {
        var range = new AdaptiveLogRange(first: 2_000, max: 10_000);

        range.Refused(2_000, "Try with this block range [0x0, 0x9]");
        Assert.Equal(10, range.Size);
        range.Answered(10);
        Assert.Equal(210, range.Size);
    }

    [Fact]
    public void A_limit_that_is_never_named_is_found_in_few_refusals_and_tried_again_after_long()
    {
        var range = new AdaptiveLogRange(first: 2_000, max: 10_000);
        var refusals = 0;
        for (var i = 0; i < 40; i++)
        {
            Ask(limit: 500);
        }

        Assert.InRange(refusals, 2, 8);
        Assert.InRange(range.Size, 450, 500);
        for (var i = 0; i < 200; i++)
        {
            Ask(limit: 100_000);
        }

        Assert.Equal(10_000, range.Size);

        void Ask(long limit)
        {
            if (range.Size > limit)
            {
                range.Refused(range.Size, "too much");
                refusals++;
            }
            else
            {
                range.Answered(range.Size);
            }
        }
    }

    [Fact]
    public void A_suggestion_that_does_not_help_is_passed_over()
    {
        var range = new AdaptiveLogRange(first: 100, max: 10_000);

        range.Refused(100, "maximum block range: 2000");

        Assert.Equal(50, range.Size);
    }

    [Fact]
    public void Two_refusals_of_one_size_shrink_it_once()
    {
        var range = new AdaptiveLogRange(first: 100, max: 10_000);

        range.Refused(100, "");
        range.Refused(100, "");

        Assert.Equal(50, range.Size);
    }
}
