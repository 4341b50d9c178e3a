// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

interface ILabToken {
    function transfer(address to, uint256 value) external returns (bool);
    function transferFrom(address from, address to, uint256 value) external returns (bool);
    function balanceOf(address owner) external view returns (uint256);
}

// Stakes one token and pays another, with the events of Synthetix's StakingRewards. What is paid is said by the caller.
contract StakingRewardsLab {
    event Staked(address indexed user, uint256 amount);
    event Withdrawn(address indexed user, uint256 amount);
    event RewardPaid(address indexed user, uint256 reward);
    event RewardAdded(uint256 reward);

    ILabToken public immutable token;
    mapping(address => uint256) public balanceOf;
    mapping(address => uint256) public paid;
    uint256 public totalSupply;

    constructor(ILabToken token_) {
        token = token_;
    }

    function notifyRewardAmount(uint256 reward) external {
        emit RewardAdded(reward);
    }

    function stake(uint256 amount) external {
        token.transferFrom(msg.sender, address(this), amount);
        balanceOf[msg.sender] += amount;
        totalSupply += amount;
        emit Staked(msg.sender, amount);
    }

    function exit(uint256 amount, uint256 reward) external {
        balanceOf[msg.sender] -= amount;
        totalSupply -= amount;
        token.transfer(msg.sender, amount);
        emit Withdrawn(msg.sender, amount);
        paid[msg.sender] += reward;
        token.transfer(msg.sender, reward);
        emit RewardPaid(msg.sender, reward);
    }
}

// Stake pools of workers: vPHA is put in as collateral, vPHA is paid every hour, by events of the contract's own kind.
contract CollateralLab {
    event CollateralAdded(uint256 indexed pool, address indexed miner, uint128 vpha);
    event CollateralReturned(uint256 indexed pool, uint128 vpha);
    event HourPaid(address miner, uint256 hourNumber, uint256 vpha);
    event Seized(uint256 indexed pool, address miner, uint128 vpha, string why);
    event WorkerLocked(uint256 indexed pool, uint256 nft);

    ILabToken public immutable token;
    mapping(address => uint256) public collateral;
    mapping(address => uint256) public paid;

    constructor(ILabToken token_) {
        token = token_;
    }

    function fund(uint256 amount) external {
        token.transferFrom(msg.sender, address(this), amount);
    }

    function add(uint128 amount) external {
        token.transferFrom(msg.sender, address(this), amount);
        collateral[msg.sender] += amount;
        emit CollateralAdded(7, msg.sender, amount);
        emit WorkerLocked(7, 1);
    }

    function giveBack(uint128 amount) external {
        collateral[msg.sender] -= amount;
        token.transfer(msg.sender, amount);
        emit CollateralReturned(7, amount);
    }

    function pay(address miner, uint256 amount) external {
        paid[miner] += amount;
        token.transfer(miner, amount);
        emit HourPaid(miner, block.timestamp / 3600, amount);
    }

    function seize(address miner, uint128 amount) external {
        collateral[miner] -= amount;
        emit Seized(7, miner, amount, "offline");
    }
}

// A vault by ERC-4626 without virtual shares; what is sent to it is its yield.
contract TokenVaultLab {
    event Transfer(address indexed from, address indexed to, uint256 value);
    event Approval(address indexed owner, address indexed spender, uint256 value);
    event Deposit(address indexed sender, address indexed owner, uint256 assets, uint256 shares);
    event Withdraw(
        address indexed sender, address indexed receiver, address indexed owner, uint256 assets, uint256 shares
    );

    ILabToken public immutable asset;
    mapping(address => uint256) public balanceOf;
    uint256 public totalSupply;

    constructor(ILabToken asset_) {
        asset = asset_;
    }

    function totalAssets() public view returns (uint256) {
        return asset.balanceOf(address(this));
    }

    function convertToAssets(uint256 shares) public view returns (uint256) {
        return totalSupply == 0 ? shares : shares * totalAssets() / totalSupply;
    }

    function transfer(address to, uint256 value) external returns (bool) {
        balanceOf[msg.sender] -= value;
        balanceOf[to] += value;
        emit Transfer(msg.sender, to, value);
        return true;
    }

    function deposit(uint256 assets, address receiver) external {
        uint256 shares = totalSupply == 0 ? assets : assets * totalSupply / totalAssets();
        asset.transferFrom(msg.sender, address(this), assets);
        balanceOf[receiver] += shares;
        totalSupply += shares;
        emit Transfer(address(0), receiver, shares);
        emit Deposit(msg.sender, receiver, assets, shares);
    }

    function redeem(uint256 shares, address receiver, address owner) external {
        require(msg.sender == owner);
        uint256 assets = convertToAssets(shares);
        balanceOf[owner] -= shares;
        totalSupply -= shares;
        emit Transfer(owner, address(0), shares);
        asset.transfer(receiver, assets);
        emit Withdraw(msg.sender, receiver, owner, assets, shares);
    }
}
